import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { limits } from '@parley/server/limits'
import { flood } from '../faults/flood.ts'
import { judge } from '../oracle/judge.ts'
import { told } from '../oracle/told.ts'
import type { Row } from '../row.ts'
import { casts } from '../stage/cast.ts'
import { setStage } from '../stage/stage.ts'
import { talk } from '../stage/talk.ts'

const sizes = {
  short: { ...casts.short, handshakes: 400, seconds: 2, addresses: 2, calmMs: 500 },
  // Less is said than elsewhere, so that a ratio says something on a small machine.
  long: {
    ...casts.long,
    perSecond: 50,
    handshakes: 2000,
    seconds: 45,
    addresses: 40,
    calmMs: 20_000,
  },
} as const

const grownMiB = 250

export const handshakes: Row = {
  name: 'handshakes',
  fault: 'handshakes pour in that never say who they are, while people talk',
  invariant: 'few of them are let in at once, memory is bounded, people inside notice little',
  aim: '2,000 handshakes/s, and the p99 of the others at most doubled',
  defence: 'the door counts who has not said yet who they are, and waits for seconds only',
  symptom: /were open at once/,
  async run({ seed, size, broken, say }) {
    const { people, perSecond, seconds, addresses, calmMs, boundMs } = sizes[size]
    const program = broken
      ? fileURLToPath(new URL('../programs/withoutGuard.ts', import.meta.url))
      : undefined
    await using stage = await setStage({ seed, people, program })
    const { node, ledger } = stage
    say(`${people} people send ${perSecond} messages/s; ${sizes[size].handshakes} handshakes/s`)
    const begun = performance.now()
    const talking = talk(stage, { perSecond, actsPerMessage: 0.1 })
    await pause(1000)
    ledger.phase()
    await pause(calmMs)
    const calm = ledger.phase().percentile(99)
    const before = node.residentBytes()
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, node.residentBytes())
    }, 100)
    const wanted = { url: node.url, perSecond: sizes[size].handshakes, seconds, addresses }
    const { made, letIn, turnedAway, mostOpen } = await flood(wanted)
    const flooded = ledger.phase().percentile(99)
    clearInterval(watch)
    talking.stop()
    const problems: string[] = []
    const bound = Math.min(limits.pending, limits.pendingPerAddress * addresses)
    if (mostOpen > bound) problems.push(`${mostOpen} were open at once, more than ${bound}`)
    const grown = Math.round((most - before) / 2 ** 20)
    if (grown > grownMiB) problems.push(`the node grew by ${grown} MiB`)
    const figures = {
      ...told(stage, performance.now() - begun),
      'handshakes/s': Math.round(made / seconds),
      'let in': letIn,
      'turned away': turnedAway,
      'open at once at most': mostOpen,
      'node grew MiB': grown,
      'p99 acknowledged before ms': Math.round(calm * 10) / 10,
      'p99 acknowledged meanwhile ms': Math.round(flooded * 10) / 10,
      'p99 ratio': calm > 0 ? Math.round((flooded / calm) * 10) / 10 : 0,
    }
    const judged = await judge(stage, broken ? 5000 : boundMs)
    return {
      problems: [...problems, ...judged.problems],
      figures: { ...figures, ...judged.figures },
    }
  },
}
