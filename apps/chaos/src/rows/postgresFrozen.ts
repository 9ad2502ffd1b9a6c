import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { holdLocks } from '../faults/lockHolder.ts'
import { percentile } from '../figures.ts'
import { judge } from '../oracle/judge.ts'
import { told } from '../oracle/told.ts'
import type { Row } from '../row.ts'
import { bareWire } from '../stage/bareWire.ts'
import { casts } from '../stage/cast.ts'
import { type Stage, setStage } from '../stage/stage.ts'
import { talk } from '../stage/talk.ts'
import { until } from '../stage/until.ts'

const sizes = {
  short: { ...casts.short, frozenMs: 3000, times: 1, heldMs: 10_000, longestLockMs: 8500 },
  // Less is said than elsewhere: what half a minute holds up goes out one by one afterwards.
  long: {
    ...casts.long,
    perSecond: 50,
    frozenMs: 30_000,
    times: 3,
    heldMs: 12_000,
    longestLockMs: 10_000,
  },
} as const

/** The router's own limit, which holds when Postgres does not even answer; and some slack. */
const longestCallMs = 16_000
const grownMiB = 200

/** An answer that was on its way when everything stopped may still arrive; on a busy machine late. */
const quietMs = 300

export const postgresFrozen: Row = {
  name: 'postgres-frozen',
  fault: 'Postgres is frozen (SIGSTOP) under load; then a foreign session holds locks for long',
  invariant: 'no acknowledgement meanwhile, every wait is bounded, memory stays flat',
  aim: '30 s at a time; sending goes on within 5,000 ms',
  defence: 'statements and locks have time limits',
  symptom: /^a call waited/,
  async run({ seed, size, broken, say }) {
    // Postgres's limit for a lock is two seconds; others may stand in the queue before it.
    const { people, perSecond, frozenMs, times, heldMs, longestLockMs, boundMs } = sizes[size]
    const program = broken
      ? fileURLToPath(new URL('../programs/withoutTimeLimits.ts', import.meta.url))
      : undefined
    await using stage = await setStage({ seed, people, program })
    const { node, postgres, ledger } = stage
    const problems: string[] = []
    say(`${people} people send ${perSecond} messages/s; frozen ${times} times ${frozenMs / 1000} s`)
    const begun = performance.now()
    const talking = talk(stage, { perSecond, actsPerMessage: 0.1, removals: size === 'long' })
    const waits = await probe(stage)
    await pause(1000)
    const before = node.residentBytes()
    let most = before
    let falseOnes = 0
    const back: number[] = []
    for (let time = 0; time < times; time += 1) {
      await postgres.freeze()
      const thawAt = performance.now() + frozenMs
      const acknowledged = await onceQuiet(ledger.acknowledged, frozenMs / 2)
      while (performance.now() < thawAt) {
        await pause(100)
        most = Math.max(most, node.residentBytes())
      }
      falseOnes += ledger.acknowledged() - acknowledged
      const thawed = performance.now()
      const since = ledger.acknowledged()
      postgres.thaw()
      await until('sending goes on', () => ledger.acknowledged() > since, 60_000)
      back.push(performance.now() - thawed)
      await pause(size === 'long' ? 10_000 : 500)
    }
    if (falseOnes > 0) problems.push(`${falseOnes} were acknowledged while Postgres stood still`)
    const calm = await waits.take()
    await pause(500)
    if (Math.max(...calm) > longestCallMs)
      problems.push(`a call waited ${percentile(calm, 100)} ms while Postgres stood still`)
    const locked = await lockedOut(stage, waits, heldMs)
    if (Math.max(...locked) > longestLockMs)
      problems.push(`a call waited ${percentile(locked, 100)} ms for a lock`)
    const grown = Math.round((most - before) / 2 ** 20)
    if (grown > grownMiB) problems.push(`the node grew by ${grown} MiB`)
    talking.stop()
    await waits.end()
    const figures = {
      ...told(stage, performance.now() - begun),
      'frozen s': (times * frozenMs) / 1000,
      'acknowledged meanwhile': falseOnes,
      'longest call meanwhile ms': percentile(calm, 100),
      'longest call before a held lock ms': percentile(locked, 100),
      'longest until sending went on ms': percentile(back, 100),
      'node grew MiB': grown,
    }
    const judged = await judge(stage, broken ? 5000 : boundMs)
    return {
      problems: [...problems, ...judged.problems],
      figures: { ...figures, ...judged.figures },
    }
  },
}

/** @returns the count when it has stood still for a moment, or when it has risen for too long */
async function onceQuiet(count: () => number, withinMs: number): Promise<number> {
  const deadline = performance.now() + withinMs
  for (;;) {
    const before = count()
    await pause(quietMs)
    if (count() === before || performance.now() > deadline) return count()
  }
}

type Waits = Awaited<ReturnType<typeof probe>>

/** The lock of one conversation is held by somebody else for a while. */
async function lockedOut({ postgres, conversations }: Stage, waits: Waits, heldMs: number) {
  const letGo = await holdLocks(postgres.url, conversations.slice(0, 1))
  await waits.take()
  await pause(heldMs)
  const times = await waits.take()
  await letGo()
  return times
}

/** One call after the other past the client, and how long each waits for any answer. */
async function probe(stage: Stage) {
  const [person] = stage.people
  const [conversationId] = stage.conversations
  if (!person || !conversationId) throw new Error('nobody is there to call')
  const wire = await bareWire(stage, person.userId)
  let times: number[] = []
  let begun = 0
  let on = false
  let isOver = false

  async function callOn(): Promise<void> {
    while (!isOver) {
      begun = performance.now()
      on = !on
      // Needs the lock like any act, and meets no act of the others.
      const input = { messageId: `${conversationId}.1`, emoji: '🔧', on }
      await wire.mutation('chat.react', input).catch(() => {})
      times.push(performance.now() - begun)
      await pause(100)
    }
  }
  const calling = callOn()

  return {
    /** How long calls have waited since the last time, one that still waits included. */
    async take(): Promise<number[]> {
      const taken = [...times, performance.now() - begun]
      times = []
      return taken
    },
    async end() {
      isOver = true
      await calling
      wire.close()
    },
  }
}
