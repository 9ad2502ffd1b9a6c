import { setTimeout as pause } from 'node:timers/promises'
import type { Wire } from '@parley/load/wire'
import { withoutRedis } from '../faults/redis.ts'
import { programNamed } from '../programs/programs.ts'
import type { Row } from '../row.ts'
import { acquaint } from '../stage/acquaint.ts'
import { arrive, askPresence, watchPresence } from '../stage/guest.ts'
import { type Stage, setStage } from '../stage/stage.ts'
import { until } from '../stage/until.ts'

const sizes = {
  short: { people: 8, devices: 3, steps: 150, boundMs: 30_000 },
  long: { people: 40, devices: 4, steps: 4000, boundMs: 15_000 },
} as const

const watcher = 'watcher'

export const presenceFlapping: Row = {
  name: 'presence-flapping',
  fault: 'devices of several people come and go at two nodes, over and over',
  invariant: 'in the end everybody is seen with as many connections as they have, on every node',
  defence: 'what a node says of a person takes effect in its order',
  symptom: /^different/,
  async run({ seed, size, broken, say }) {
    const missing = withoutRedis()
    if (missing) return missing
    const { people, devices: each, steps, boundMs } = sizes[size]
    const program = broken ? programNamed('withoutOrder') : undefined
    const variables = { CHAOS_SEED: String(seed) }
    await using stage = await setStage({
      seed,
      people: 0,
      variables,
      nodes: [{ program }, { program }],
    })
    const names = Array.from({ length: people }, (_, at) => `guest-${at}`)
    await acquaint(stage.sql, watcher, names)
    const onlookers = await Promise.all(
      stage.nodes.map(async ({ url }) => {
        const wire = await arrive(stage, watcher, url)
        return { wire, live: watchPresence(wire, names) }
      }),
    )
    say(`${people} people with ${each} devices each, ${steps} times one comes or goes`)
    const devices = names.flatMap(userId =>
      Array.from({ length: each }, (): Device => ({ userId, wire: undefined })),
    )
    for (let step = 0; step < steps; step += 1) {
      await flap(stage, stage.random.pick(devices))
      await pause(stage.random.below(12))
    }
    const truth = new Map(
      names.map(name => [name, devices.filter(one => one.userId === name && one.wire).length]),
    )
    let problems: string[] = []
    const agree = async () => {
      problems = []
      for (const [at, { wire, live }] of onlookers.entries())
        for (const one of await askPresence(wire, names)) {
          const there = truth.get(one.userId) ?? 0
          const told = live.get(one.userId)?.connectionCount
          const where = `${one.userId}, who is there ${there} times, node ${at + 1}`
          if (one.connectionCount !== there)
            problems.push(`different: ${where} says ${one.connectionCount}`)
          if (told !== there) problems.push(`different: ${where} told ${told} last`)
        }
      return problems.length === 0
    }
    const begun = performance.now()
    await until('', agree, broken ? 4000 : boundMs).catch(() => {})
    const settledMs = Math.round(performance.now() - begun)
    for (const { wire } of [...onlookers, ...devices]) wire?.close()
    return {
      problems,
      figures: {
        people,
        'came or went': steps,
        'connections in the end': [...truth.values()].reduce((sum, count) => sum + count, 0),
        different: problems.length,
        'until all agreed ms': settledMs,
      },
    }
  },
}

interface Device {
  userId: string
  wire: Wire | undefined
}

/** It does not wait: some go before they were let in. */
async function flap(stage: Stage, device: Device): Promise<void> {
  if (device.wire) {
    device.wire.close()
    device.wire = undefined
  } else {
    const { url } = stage.random.pick(stage.nodes)
    device.wire = await arrive(stage, device.userId, url)
  }
}
