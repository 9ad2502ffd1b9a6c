/** Redis goes in three ways while people talk over two nodes. */
import { setTimeout as pause } from 'node:timers/promises'
import type { RedisServer } from '@parley/bus/testing/redisServer'
import type { Wire } from '@parley/load/wire'
import { withoutRedis } from '../faults/redis.ts'
import { percentile } from '../figures.ts'
import { judge } from '../oracle/judge.ts'
import { told } from '../oracle/told.ts'
import { programNamed } from '../programs/programs.ts'
import type { Plan, Row, Verdict } from '../row.ts'
import { acquaint } from '../stage/acquaint.ts'
import { casts } from '../stage/cast.ts'
import { askPresence, gatherGuests, sayAll, watchPresence } from '../stage/guest.ts'
import { type Stage, setStage } from '../stage/stage.ts'
import { talk } from '../stage/talk.ts'
import { until } from '../stage/until.ts'

interface Outage {
  go: (redis: RedisServer) => Promise<void> | void
  comeBack: (redis: RedisServer) => Promise<void> | void
  /** Whether nodes can notice that it is away. */
  isAway: boolean
  /** The program of the control. */
  without: string
  sizes: Record<Plan['size'], { times: number; awayMs: number; betweenMs: number }>
}

/** Less is said than elsewhere, so that times say something on a small machine. */
const sizes = { ...casts, long: { ...casts.long, perSecond: 50 } } as const

const shownMs = 5000
/** Enough for who talks, so that one who floods meets it. */
const perMinute = 200
const [watcher, guest] = ['watcher', 'guest']

const invariant =
  'messages still arrive on every node, nothing is lost or doubled; presence says unknown and then rebuilds; limits fall back to each node'
const aim = 'shown within 5,000 ms (p99) in the outage'
const heals = {
  invariant,
  aim,
  defence: 'nodes sweep the database for what the bus could not tell them',
  symptom: /^(not shown|different)/,
}

export const redisKilled: Row = {
  name: 'redis-killed',
  fault: 'the Redis between two nodes is killed (-9), and started again, empty',
  ...heals,
  run: plan =>
    play(plan, {
      go: redis => redis.kill(),
      comeBack: redis => redis.restart(),
      isAway: true,
      without: 'nodeWithoutSweep',
      sizes: {
        short: { times: 1, awayMs: 4000, betweenMs: 500 },
        long: { times: 3, awayMs: 30_000, betweenMs: 10_000 },
      },
    }),
}

export const redisFrozen: Row = {
  name: 'redis-frozen',
  fault: 'the Redis between two nodes is frozen (SIGSTOP), its connections stay open',
  ...heals,
  run: plan =>
    play(plan, {
      go: redis => redis.freeze(),
      comeBack: redis => redis.thaw(),
      isAway: true,
      without: 'nodeWithoutSweep',
      sizes: {
        short: { times: 1, awayMs: 4000, betweenMs: 500 },
        long: { times: 1, awayMs: 60_000, betweenMs: 10_000 },
      },
    }),
}

export const redisFlushed: Row = {
  name: 'redis-flushed',
  fault: 'the Redis between two nodes loses all that it holds, leases and presence (FLUSHALL)',
  invariant: 'messages arrive on every node, nothing is lost or doubled; presence rebuilds',
  aim,
  defence: 'a node that finds its lease gone registers everything again',
  symptom: /^presence/,
  run: plan =>
    play(plan, {
      go: redis => redis.flush(),
      comeBack() {},
      isAway: false,
      without: 'withoutLeases',
      sizes: {
        short: { times: 1, awayMs: 2500, betweenMs: 500 },
        long: { times: 6, awayMs: 10_000, betweenMs: 5000 },
      },
    }),
}

async function play({ seed, size, broken, say }: Plan, outage: Outage): Promise<Verdict> {
  const missing = withoutRedis()
  if (missing) return missing
  const { people, perSecond, boundMs } = sizes[size]
  const { times, awayMs, betweenMs } = outage.sizes[size]
  const program = broken ? programNamed(outage.without) : undefined
  await using stage = await setStage({
    seed,
    people,
    variables: { MESSAGES_PER_MINUTE: String(perMinute) },
    nodes: [{ program }, { program }],
  })
  const { redis } = stage
  if (!redis) throw new Error('there is a Redis')
  const onlooker = await lookOver(stage)
  await onlooker.sees('online', 30_000)
  say(`${people} people send ${perSecond} messages/s over two nodes; ${times} outages`)
  const begun = performance.now()
  const talking = talk(stage, { perSecond, actsPerMessage: 0.1, removals: size === 'long' })
  const problems: string[] = []
  const outages: { from: number; to: number }[] = []
  let rebuiltMs = 0
  for (let time = 0; time < times; time += 1) {
    await pause(betweenMs)
    const from = performance.now()
    await outage.go(redis)
    if (outage.isAway && !broken) {
      problems.push(...(await onlooker.sees('unknown', 15_000)))
      if (time === 0) problems.push(...(await onlooker.floods()))
    }
    await pause(Math.max(0, from + awayMs - performance.now()))
    outages.push({ from, to: performance.now() })
    // What the bus lost must not be found by what it tells later.
    if (broken && outage.isAway) break
    await outage.comeBack(redis)
    const backAt = performance.now()
    problems.push(...(await onlooker.sees('online', broken ? 6000 : 30_000)))
    rebuiltMs = Math.max(rebuiltMs, performance.now() - backAt)
  }
  await pause(broken ? 0 : betweenMs)
  talking.stop()
  const figures = {
    ...told(stage, performance.now() - begun),
    'away s': Math.round((times * awayMs) / 1000),
    'longest until presence was right ms': Math.round(rebuiltMs),
  }
  const judged = await judge(stage, broken ? 5000 : boundMs)
  const shown = shownIn(stage, outages)
  const p99 = percentile(shown, 99)
  if (size === 'long' && p99 > shownMs) problems.push(`shown after ${p99} ms (p99) in the outage`)
  onlooker.close()
  return {
    problems: [...problems, ...judged.problems],
    figures: {
      ...figures,
      'p50 shown in the outage ms': percentile(shown, 50),
      'p99 shown in the outage ms': p99,
      ...judged.figures,
    },
  }
}

/** How long what was entered meanwhile took to the other side's screen. */
function shownIn({ ledger }: Stage, outages: { from: number; to: number }[]): number[] {
  return [...ledger.entries.values()].flatMap(({ enteredAt, seenAt }) => {
    const isIn = outages.some(({ from, to }) => enteredAt >= from && enteredAt < to)
    return isIn && seenAt !== undefined ? [seenAt - enteredAt] : []
  })
}

/** Somebody at each node looks at somebody who is at the second. */
async function lookOver(stage: Stage) {
  const [conversationId = ''] = await acquaint(stage.sql, watcher, [guest])
  const [first, second] = stage.nodes
  if (!first || !second) throw new Error('there are two nodes')
  const [there, ...onlookers] = await gatherGuests(stage, [
    { userId: guest, url: second.url },
    { userId: watcher, url: first.url },
    { userId: watcher, url: second.url },
  ])
  if (!there) throw new Error('nobody is there')
  const told = onlookers.map(wire => watchPresence(wire, [guest]))
  return {
    /** @returns what they are told or answered instead */
    async sees(status: 'online' | 'unknown', withinMs: number): Promise<string[]> {
      let instead = ''
      const isSo = async () => {
        const asked = await Promise.all(onlookers.map(wire => askPresence(wire, [guest])))
        const all = [...asked.flat(), ...told.flatMap(seen => seen.get(guest) ?? [])]
        instead = all.map(one => `${one.status} ${one.connectionCount}`).join(', ')
        const count = status === 'online' ? 1 : 0
        return all.every(one => one.status === status && one.connectionCount === count)
      }
      return until('', isSo, withinMs).then(
        () => [],
        () => [`presence: ${instead} instead of ${status}`],
      )
    },
    floods: () => flood(there, conversationId),
    close() {
      for (const wire of [there, ...onlookers]) wire.close()
    },
  }
}

/** More than one may send: the node counts by itself. */
async function flood(wire: Wire, conversationId: string): Promise<string[]> {
  const many = Array.from({ length: perMinute + 20 }, () => conversationId)
  const outcomes = await sayAll(wire, many, 'And another thing.')
  const stored = outcomes.filter(({ status }) => status === 'fulfilled').length
  return stored === perMinute ? [] : [`limits: ${stored} messages let through, not ${perMinute}`]
}
