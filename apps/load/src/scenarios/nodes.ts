import { openCluster } from '../cluster/openCluster.ts'
import { talk } from '../cluster/talk.ts'
import type { Figure, Outcome, Scenario } from '../scenario.ts'

const defaultRate = 200
const defaultSeconds = 10

/** Beyond it the load itself was late, and the times are not the servers'. */
const tolerableLatenessMs = 10

/** What an operator chooses between. */
const shapes = [
  { name: '1 node, no Redis', nodes: 1, withRedis: false, apart: false },
  { name: '1 node', nodes: 1, withRedis: true, apart: false },
  { name: '2 nodes, pairs at one', nodes: 2, withRedis: true, apart: false },
  { name: '2 nodes, pairs across', nodes: 2, withRedis: true, apart: true },
  { name: '3 nodes, pairs across', nodes: 3, withRedis: true, apart: true },
]

export const nodes: Scenario = {
  name: 'nodes',
  about: ({ pairs, rate = defaultRate, seconds = defaultSeconds }) =>
    `${pairs} pairs at ${rate} messages/s for ${seconds} s on 1 to 3 nodes; then 50 and 500 pairs for the commands to Redis`,
  async run({ pairs, rate: perSecond = defaultRate, seconds = defaultSeconds }) {
    const figures: Figure[] = []
    const notes: string[] = []
    const p50s: number[] = []
    for (const { name, apart, ...wanted } of shapes) {
      await using cluster = await openCluster(wanted)
      const told = await talk(cluster, { pairs, perSecond, seconds, apart })
      figures.push(...figuresOf(name, told))
      notes.push(...remarks(name, told))
      p50s.push(told.delivery.percentile(50))
    }
    const [, , together = 0, across = 0] = p50s
    figures.push({
      what: 'added by going across nodes, p50',
      value: across - together,
      unit: 'ms',
      target: 5,
    })
    const counted = await countCommands(perSecond, seconds)
    return { figures: [...figures, ...counted.figures], notes: [...notes, ...counted.notes] }
  },
}

/** The same rate among ten times the people: each message costs Redis the same. */
async function countCommands(perSecond: number, seconds: number): Promise<Outcome> {
  const figures: Figure[] = []
  const notes: string[] = []
  for (const pairs of [50, 500]) {
    await using cluster = await openCluster({ nodes: 2, withRedis: true })
    const told = await talk(cluster, { pairs, perSecond, seconds, apart: true })
    figures.push({
      what: `Redis commands per delivered message, ${2 * pairs} people`,
      value: told.commands / told.delivery.count(),
      unit: '',
    })
    notes.push(...remarks(`${2 * pairs} people`, told))
    notes.push(
      `${2 * pairs} people who say nothing: ${told.idleCommandsPerSecond.toFixed(1)} commands/s.`,
    )
  }
  return { figures, notes }
}

type Told = Awaited<ReturnType<typeof talk>>

function figuresOf(name: string, { delivery, missing, failures, cpuSeconds, messages }: Told) {
  const perThousand = (seconds: number) => (seconds * 1e6) / messages
  const named = (what: string) => `${name}: ${what}`
  return [
    { what: named('delivered p50'), value: delivery.percentile(50), unit: 'ms' },
    { what: named('delivered p99'), value: delivery.percentile(99), unit: 'ms' },
    {
      what: named('CPU of all nodes per 1,000 messages'),
      value: perThousand(cpuSeconds.nodes),
      unit: 'ms',
    },
    {
      what: named('CPU of Postgres per 1,000 messages'),
      value: perThousand(cpuSeconds.postgres),
      unit: 'ms',
    },
    {
      what: named('CPU of Redis per 1,000 messages'),
      value: perThousand(cpuSeconds.redis),
      unit: 'ms',
    },
    { what: named('missing'), value: missing, unit: '', target: 0, must: true },
    { what: named('failures'), value: failures.length, unit: '', target: 0, must: true },
  ] satisfies Figure[]
}

function remarks(name: string, { latenessMs, failures }: Told): string[] {
  const notes: string[] = []
  if (latenessMs > tolerableLatenessMs) {
    notes.push(
      `${name}: the load itself was late by ${latenessMs.toFixed(0)} ms (p99); this machine is too small or too busy for it.`,
    )
  }
  if (failures.length > 0) notes.push(`${name}: the first failure: ${String(failures[0])}`)
  return notes
}
