import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Wire } from '@parley/load/wire'
import { message } from '@parley/protocol/message'
import { withoutRedis } from '../faults/redis.ts'
import { programNamed } from '../programs/programs.ts'
import type { Row } from '../row.ts'
import { acquaint } from '../stage/acquaint.ts'
import { askPresence, gatherGuests, type Seen, watchPresence } from '../stage/guest.ts'
import { setStage } from '../stage/stage.ts'
import { until } from '../stage/until.ts'

const sizes = { short: { waitMs: 7000 }, long: { waitMs: 60_000 } } as const

const perMinute = 30
/** Times may differ by what things take, on a busy machine; not by minutes. */
const offMs = 60_000
const [watcher, left, right] = ['watcher', 'guest-left', 'guest-right']

export const clockOff: Row = {
  name: 'clock-off',
  fault: 'the clock of one of two nodes is ten minutes ahead',
  invariant: 'presence, limits and times are right on both',
  defence: "leases and limits go by Redis's clock, times by Postgres's",
  symptom: /^limits/,
  async run({ seed, size, broken, say }) {
    const missing = withoutRedis()
    if (missing) return missing
    const program = programNamed(broken ? 'ownMinutes' : 'onItsClock')
    await using stage = await setStage({
      seed,
      people: 0,
      variables: { MESSAGES_PER_MINUTE: String(perMinute) },
      nodes: [{ program }, { program, variables: { CHAOS_CLOCK_MINUTES: '10' } }],
    })
    say(`ten minutes ahead for ${sizes[size].waitMs / 1000} s`)
    const [conversationId = ''] = await acquaint(stage.sql, watcher, [left, right])
    const [first, second] = stage.nodes
    if (!first || !second) throw new Error('there are two nodes')
    const guests = [
      { userId: left, url: first.url },
      { userId: right, url: second.url },
      { userId: watcher, url: first.url },
      { userId: watcher, url: second.url },
    ]
    const [atLeft, atRight, ...onlookers] = await gatherGuests(stage, guests)
    const told = onlookers.map(wire => watchPresence(wire, [left, right]))
    const problems: string[] = []
    const all = (isSo: (one: Seen) => boolean) => () =>
      told.every(seen => [left, right].every(who => isSo(seen.get(who) ?? nobody)))
    await until('', all(isThere)).catch(() => problems.push('presence: somebody is not seen'))
    await pause(sizes[size].waitMs)
    for (const wire of onlookers)
      for (const { userId, status, connectionCount } of await askPresence(wire, [left, right]))
        if (status !== 'online' || connectionCount !== 1)
          problems.push(`presence: ${userId} is ${status}, ${connectionCount} times`)
    const { accepted, latest } = await sendMany(onlookers, conversationId)
    if (accepted !== perMinute)
      problems.push(`limits: ${accepted} messages of ${2 * perMinute}, not ${perMinute}`)
    if (Math.abs(latest - Date.now()) > offMs)
      problems.push(`a message says ${new Date(latest).toISOString()}`)
    atLeft?.close()
    atRight?.close()
    await until('', all(hasGone)).catch(() => problems.push('presence: somebody is seen for ever'))
    const seenAt = told.flatMap(seen =>
      [...seen.values()].map(one => Date.parse(`${one.lastSeen}`)),
    )
    if (seenAt.some(at => !(Math.abs(at - Date.now()) < offMs)))
      problems.push('presence: last seen at another time than it was')
    for (const wire of onlookers) wire.close()
    const figures = { 'accepted messages': accepted, 'of a limit of': perMinute }
    return { problems, figures }
  },
}

const nobody: Seen = { userId: '', status: 'unknown', connectionCount: 0, at: 0 }
const isThere = ({ status, connectionCount }: Seen) => status === 'online' && connectionCount === 1
const hasGone = ({ status, connectionCount }: Seen) => status === 'offline' && connectionCount === 0

/** Twice as much as one may, over both nodes. */
async function sendMany(wires: Wire[], conversationId: string) {
  const sent = wires.flatMap(wire =>
    Array.from({ length: perMinute }, async (_, at) => {
      const content = { type: 'text', text: `text ${at}` }
      const input = { conversationId, clientId: randomUUID(), content }
      return message.parse(await wire.mutation('chat.send', input))
    }),
  )
  const outcomes = await Promise.allSettled(sent)
  const stored = outcomes.flatMap(one => (one.status === 'fulfilled' ? [one.value] : []))
  const latest = Math.max(...stored.map(({ createdAt }) => Date.parse(createdAt)))
  return { accepted: stored.length, latest }
}
