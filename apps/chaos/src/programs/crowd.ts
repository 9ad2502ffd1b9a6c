/**
 * People who do no more than follow, in a process of their own, so that their coming and going
 * costs nobody time whose messages are being timed.
 */
import { hostToken } from '@parley/load/hostToken'
import { openWire, type Wire } from '@parley/load/wire'
import { change } from '@parley/protocol/change'
import * as z from 'zod/mini'
import { type Cable, layCable } from '../faults/cable.ts'
import { type CrowdTold, crowdAsked } from '../faults/crowdWords.ts'
import { pagesOf } from '../stage/guest.ts'
import { until } from '../stage/until.ts'

/** So many come from one address. */
const perCable = 20
/** That of a conversation in which nothing has been said. */
const emptyVersion = 1
const frame = z.object({ data: z.array(change) })

interface Guest {
  cable: Cable
  token: string
  wire: Wire
  /** When something came over its newest connection for the first time; 0 before. */
  backAt: number
  /** Conversations in which it was told of something. */
  heard: Set<string>
}

const cables: Cable[] = []
const guests: Guest[] = []
let leftAt = 0

function follow(guest: Guest): void {
  guest.wire.subscription('chat.changes', undefined, {
    onData(data) {
      if (guest.backAt === 0) guest.backAt = performance.now()
      for (const { conversationId, version } of frame.parse(data).data)
        if (version > emptyVersion) guest.heard.add(conversationId)
    },
    onError() {},
  })
}

async function gather(names: string[], urls: string[], secret: string): Promise<void> {
  for (const [at, some] of pagesOf(names, perCable).entries()) {
    const cable = await layCable(urls[at % urls.length] ?? '')
    cables.push(cable)
    const arrived = some.map(async (userId): Promise<Guest> => {
      const token = await hostToken(secret, { userId, name: userId, role: 'customer' })
      const wire = openWire(cable.url, token)
      const guest = { cable, token, wire, backAt: 0, heard: new Set<string>() }
      follow(guest)
      await until('a guest follows', () => guest.backAt > 0)
      return guest
    })
    guests.push(...(await Promise.all(arrived)))
  }
}

function leave(): void {
  leftAt = performance.now()
  for (const guest of guests) guest.backAt = 0
}

const acts = {
  /** Their wires come back by themselves, and say how far they had come. */
  cut() {
    leave()
    for (const cable of cables) cable.cut()
  },
  leave() {
    leave()
    for (const { wire } of guests) wire.close()
    // A close takes a while, in which they would still be told.
    for (const cable of cables) cable.cut()
  },
  /** As if they had never been there. */
  return() {
    leave()
    for (const guest of guests) {
      guest.wire = openWire(guest.cable.url, guest.token)
      follow(guest)
    }
  },
  tell() {},
}

process.on('message', async (said: unknown) => {
  const asked = crowdAsked.parse(said)
  if ('gather' in asked) await gather(asked.gather, asked.urls, asked.secret)
  else acts[asked.act]()
  const told: CrowdTold = guests.map(({ backAt, heard }) => ({
    backMs: backAt === 0 ? null : backAt - leftAt,
    heard: [...heard],
  }))
  process.send?.(told)
})
process.on('disconnect', () => process.exit())
