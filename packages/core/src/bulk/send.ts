import {
  type Begun,
  findBegun,
  insertBroadcast,
  lockSender,
} from '@parley/db/queries/insertBroadcast'
import { type RecipientsInADay, recipientsInADay } from '@parley/db/queries/recipients'
import type { Broadcast, Failure } from '@parley/protocol/bulk'
import type { SendInput } from '@parley/protocol/bulkInputs'
import { limits } from '@parley/protocol/limits'
import type { Caller, Core } from '../core.ts'
import { Refusal } from '../refusal.ts'
import { dueOf } from './dueOf.ts'
import { readBroadcast } from './read.ts'
import { leftToday, type Resolved, resolve } from './resolve.ts'

/** How long it may take until the turn of a call comes. */
const waitMostMs = 5000

/**
 * Sends to many, once for each key of a sender: with the same one again it is the same broadcast,
 * whatever else is said. What is due and not for too many is over when this answers, unless
 * somebody cannot be written to for seconds.
 */
export async function send(core: Core, caller: Caller, input: SendInput): Promise<Broadcast> {
  const known = await findBegun(core.sql, caller.userId, input.idempotencyKey)
  const begun = known ?? (await inTurn(core, caller, () => begin(core, caller, input)))
  if (begun.isDue && begun.total <= core.bulk.limits.inlineMax) await core.bulk.workOff(begun.id)
  else core.bulk.wake()
  return readBroadcast(core, caller, begun.id)
}

/** One at a time of each contractor, so that nobody's burst keeps the others' connections. */
function inTurn<T>({ bulk }: Core, { userId }: Caller, act: () => Promise<T>): Promise<T> {
  const until = performance.now() + waitMostMs
  return bulk.sends(userId, () => {
    if (performance.now() > until) throw limited('Too many broadcasts at the same time.', 1000)
    return act()
  })
}

async function begin(core: Core, caller: Caller, input: SendInput): Promise<Begun> {
  const { userId } = caller
  const due = await dueOf(core.sql, input)
  const resolved = await resolve(core, caller, input)
  let unfit: Resolved['recipients'] = []
  const begun = await core.bulk.sql.begin(async tx => {
    // The same key twice at once waits here, and so do two lists that share a day's limit.
    await lockSender(tx, userId)
    const other = await findBegun(tx, userId, input.idempotencyKey)
    if (other) return other
    const today = await recipientsInADay(tx, userId)
    mustLeaveRoom(core, today)
    await mustSpend(core, userId)
    const recipients = atMost(resolved.recipients, leftToday(core, today.reached))
    unfit = recipients.filter(({ reason }) => reason !== null)
    return insertBroadcast(tx, {
      ...{ ...resolved, ...due, senderId: userId, idempotencyKey: input.idempotencyKey },
      recipients,
    })
  })
  // Those the workers never see.
  core.bulk.observer.settled({ sent: 0, failed: countsOf(unfit) })
  return begun
}

function countsOf(failed: Resolved['recipients']): Map<Failure, number> {
  const counts = new Map<Failure, number>()
  for (const { reason } of failed) {
    if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return counts
}

async function mustSpend({ bus, bulk }: Core, userId: string): Promise<void> {
  const budget = { name: 'broadcasts', points: bulk.limits.perMinute, seconds: 60, shared: true }
  const spent = await bus.spend(budget, userId)
  if (spent.ok) return
  throw limited('Too many broadcasts within a minute.', spent.retryAfterMs)
}

function mustLeaveRoom({ bulk }: Core, { named, open }: RecipientsInADay): void {
  // Among so many that wait, the workers would not see whose turn it is.
  if (open >= limits.broadcastsOpen)
    throw limited(`${open} broadcasts are not over yet, and there may not be more.`, 60_000)
  // Lists of which nearly all fail reach nobody, and are stored all the same.
  if (named >= 3 * limits.broadcastsADay * bulk.limits.recipientsMax)
    throw limited('Too many recipients were named within 24 hours.', 3_600_000)
}

function limited(words: string, retryAfterMs: number): Refusal {
  return new Refusal('RATE_LIMITED', words, { retryAfterMs })
}

/** Those beyond the limit fail; the list may be older than another one's that was just begun. */
function atMost(recipients: Resolved['recipients'], left: number): Resolved['recipients'] {
  let count = 0
  return recipients.map(one => {
    if (one.reason === null) count += 1
    return one.reason === null && count > left ? { ...one, reason: 'LIMIT_REACHED' } : one
  })
}
