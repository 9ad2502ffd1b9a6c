/**
 * One broadcast from before to after: its contractor and some of its recipients are online, it
 * is sent, and what was sent, stored, reported and delivered is compared.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { eachOf } from '../versus/eachOf.ts'
import { mistakesOf } from './compareBroadcast.ts'
import { type Finished, type Route, tagOf } from './route.ts'

/** Every so many-th recipient is online. */
export const perOnline = 20

const connectsAtOnce = 50

/** After so long without any news, what is missing counts as lost. */
const patienceMs = 15_000

export interface Outcome {
  id: string
  /** Milliseconds from each message that an online recipient got being written to it being there. */
  seenAfter: number[]
  mistakes: string[]
}

export async function gather(route: Route, senderId: string, recipients: readonly string[]) {
  const { contestant } = route
  const tag = randomUUID().slice(0, 8)
  const failures: unknown[] = []
  const onFailed = (reason: unknown) => void failures.push(reason)
  const online = recipients.filter((_, at) => at % perOnline === 0)
  const arrivals = new Map(online.map(userId => [userId, [] as number[]]))
  const devices = await eachOf(online, connectsAtOnce, userId =>
    contestant.open(userId, {
      onDelivered(text) {
        if (tagOf(text) === tag) arrivals.get(userId)?.push(Date.now())
      },
      onFailed,
    }),
  )
  const sender = await route.open(senderId, onFailed)
  let finished: Finished | undefined

  return {
    /** @returns the seconds until the contractor knew that it was over for everybody */
    async send(): Promise<number> {
      const begun = performance.now()
      finished = await sender.broadcast([...recipients], `${tag} ${route.text}`)
      return (performance.now() - begun) / 1000
    },
    /** Resolves when everybody who is online has it, the contractor included, or nothing more comes. */
    async arrived(): Promise<void> {
      await quiet(() => {
        const waiting = [...arrivals.values()].filter(({ length }) => length === 0).length
        return waiting + recipients.length - sender.own(tag)
      })
    },
    async outcome(): Promise<Outcome> {
      if (!finished) throw new Error('it was not sent')
      const stored = await route.stored(senderId, tag)
      const writtenAt = new Map(stored.map(({ userId, at }) => [userId, at]))
      const mistakes = mistakesOf({
        name: contestant.name,
        recipients,
        textFor: userId => `${tag} ${route.textFor(userId)}`,
        stored,
        reported: await finished.reported(),
        arrivals,
        failures,
      })
      const seenAfter = [...arrivals].flatMap(([userId, [at]]) =>
        at === undefined ? [] : Math.max(0, at - (writtenAt.get(userId) ?? at)),
      )
      return { id: finished.id, seenAfter, mistakes }
    },
    async close() {
      await Promise.all([sender.close(), ...devices.map(device => device.close())])
    },
  }
}

async function quiet(missing: () => number): Promise<void> {
  let last = missing()
  let since = performance.now()
  while (last > 0 && performance.now() - since < patienceMs) {
    await pause(10)
    const now = missing()
    if (now !== last) since = performance.now()
    last = now
  }
}
