/** One contestant with everybody connected, and the book of what it was sent. */
import type { BareDevice } from '../devices/bare/bareDevice.ts'
import type { Contestant } from './contestant.ts'
import type { Conversation } from './conversation.ts'
import { eachOf } from './eachOf.ts'
import { createLedger, textOf } from './ledger.ts'

/** Few at once: connecting is not what is measured here, and the door admits only so many. */
const atOnce = 20

export interface Told {
  /** A message was acknowledged to its sender. */
  acknowledged?(message: number, conversation: number): void
  /** The server was too busy for a message, and said so. */
  refused?(message: number, conversation: number): void
  delivered?(message: number, conversation: number, member: number): void
}

/** @param patienceMs after so long without any news, what is missing counts as lost */
export async function openSide(
  contestant: Contestant,
  conversations: readonly Conversation[],
  patienceMs = 15_000,
) {
  const { kind, sql } = contestant
  await kind.seed(sql, conversations)
  const ledger = createLedger(conversations)
  const failures: unknown[] = []
  let told: Told = {}

  const seats = conversations.flatMap(({ members }, conversation) =>
    members.map((userId, member) => ({ userId, conversation, member })),
  )
  const devices = await eachOf(seats, atOnce, ({ userId, conversation, member }) =>
    contestant.open(userId, {
      onDelivered(text) {
        const message = ledger.delivered(conversation, member, text)
        told.delivered?.(message, conversation, member)
      },
      onFailed: reason => void failures.push(reason),
    }),
  )
  const firstOf: number[] = []
  for (const [at, { member }] of seats.entries()) if (member === 0) firstOf.push(at)
  const deviceOf = (conversation: number, member: number): BareDevice | undefined =>
    devices[(firstOf[conversation] ?? 0) + member]

  return {
    contestant,
    conversations,
    ledger,
    failures,
    /** Who is told of what happens, from now on. */
    listen(listener: Told): void {
      told = listener
    },
    /** @returns the message's number */
    send(conversation: number, member: number): number {
      const message = ledger.send(conversation)
      const id = conversations[conversation]?.id ?? ''
      deviceOf(conversation, member)?.send(id, textOf(message), {
        acknowledged() {
          ledger.acknowledged(message)
          told.acknowledged?.(message, conversation)
        },
        refused(reason) {
          ledger.refused(message, reason)
          told.refused?.(message, conversation)
        },
      })
      return message
    },
    settled: () => ledger.settled(patienceMs),
    async compare() {
      const ids = conversations.map(({ id }) => id)
      return ledger.compare(await kind.stored(sql, ids))
    },
    heals: () => devices.reduce((sum, device) => sum + device.heals(), 0),
    async close() {
      await Promise.all(devices.map(device => device.close()))
    },
  }
}

export type Side = Awaited<ReturnType<typeof openSide>>
