import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { judge } from '../oracle/judge.ts'
import { positionsAgainstStored, readStandings } from '../oracle/positions.ts'
import { told } from '../oracle/told.ts'
import type { Row } from '../row.ts'
import { casts } from '../stage/cast.ts'
import { addDevice, type Device } from '../stage/device.ts'
import { type Stage, setStage } from '../stage/stage.ts'
import { talk } from '../stage/talk.ts'
import { until } from '../stage/until.ts'

const sizes = {
  short: { ...casts.short, perSecond: 60, actsPerMessage: 0.5, changes: 500, secondDevices: 4 },
  long: { ...casts.long, actsPerMessage: 0.5, changes: 100_000, secondDevices: 20 },
} as const

const unreliable = fileURLToPath(new URL('../programs/unreliableBus.ts', import.meta.url))
const withoutSweep = fileURLToPath(new URL('../programs/withoutSweep.ts', import.meta.url))

export const busUnreliable: Row = {
  name: 'bus-unreliable',
  fault: 'between two nodes the bus loses, repeats, delays and reorders what it is told',
  invariant: "every client's list equals the database's",
  defence: 'nodes sweep the database for what the bus lost',
  aim: '0 differences in 100,000 changes',
  symptom: /^(not shown|different)/,
  async run({ seed, size, broken, say }) {
    const { people, perSecond, actsPerMessage, changes, secondDevices, boundMs } = sizes[size]
    await using stage = await setStage({
      seed,
      people,
      program: broken ? withoutSweep : unreliable,
      variables: { CHAOS_SEED: String(seed) },
    })
    await using second = await addSecondDevices(stage, secondDevices)
    say(`${people} people on two nodes, until there were ${changes} changes`)
    const begun = performance.now()
    const talking = talk(stage, { perSecond, actsPerMessage, removals: true })
    let made = await changesIn(stage)
    while (made < changes) {
      await pause(200)
      made = await changesIn(stage)
    }
    talking.stop()
    const figures = told(stage, performance.now() - begun)
    const judged = await judge(stage, broken ? 5000 : boundMs)
    const lists = await unlikeLists(stage, second.devices, broken ? 1000 : boundMs)
    return {
      problems: [...judged.problems, ...lists],
      figures: {
        changes: await changesIn(stage),
        ...figures,
        ...judged.figures,
        'second devices': secondDevices,
        'lists different': lists.length,
      },
    }
  },
}

/** They read nothing themselves: that their owner has read elsewhere, they only hear of. */
async function addSecondDevices(stage: Stage, count: number) {
  const owners = stage.people.slice(0, count)
  const devices = await Promise.all(
    owners.map(({ userId }) => addDevice(stage, userId, { name: `${userId} (2)`, parts: {} })),
  )
  return {
    devices,
    async [Symbol.asyncDispose]() {
      await Promise.all(devices.map(device => device.close()))
    },
  }
}

/** @returns how positions and unread counts still differ when it has taken too long */
async function unlikeLists(stage: Stage, devices: Device[], withinMs: number): Promise<string[]> {
  const clients = [
    ...stage.people.map(({ userId, client }) => ({ name: userId, client })),
    ...devices.map(({ name, client }) => ({ name, client })),
  ]
  let problems = ['different: the lists could not be compared']
  const agree = async () => {
    const stored = await readStandings(stage.sql)
    problems = clients.flatMap(({ name, client }) => positionsAgainstStored(name, client, stored))
    return problems.length === 0
  }
  await until('', agree, withinMs).catch(() => {})
  return problems
}

/** Each raises the version of its conversation, which begins at 1. */
async function changesIn({ sql }: Stage): Promise<number> {
  const [row] = await sql<{ made: number }[]>`
    select coalesce(sum(version - 1), 0)::int as made from conversations`
  return row?.made ?? 0
}
