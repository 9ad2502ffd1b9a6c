/** Asks each contestant the same by turns, a few readers at a time, and counts the answers. */
import type { BareDevice } from '../devices/bare/bareDevice.ts'
import { createLatencies, type Latencies } from '../measure/latencies.ts'
import { postgresOf } from '../measure/postgres.ts'
import { watch } from '../measure/watch.ts'
import type { Contestant } from './contestant.ts'
import { eachOf } from './eachOf.ts'
import { warmUpShare } from './windows.ts'

export interface Reading {
  contestant: Contestant
  /** More people than readers at a time, since a person may ask only so often. */
  people: readonly string[]
  /** Asks for the n-th time. @throws when the answer is not right */
  ask(device: BareDevice, at: number): Promise<void>
}

interface Turns {
  readings: readonly Reading[]
  /** How many ask at a time, each again as soon as it is answered. */
  readers: number
  rounds: number
  seconds: number
}

export async function readInTurns({ readings, ...turns }: Turns): Promise<Read[]> {
  const postgres = await postgresOf(readings[0]?.contestant.sql)
  const pids = readings.map(({ contestant }) => contestant.pid)
  const all = []
  for (const reading of readings) all.push(await openReaders(reading, turns.readers))
  for (let round = 0; round < turns.rounds; round += 1) {
    for (const { read, sum } of all) {
      await read(turns.seconds * warmUpShare)
      const others = pids.filter(pid => pid !== sum.pid)
      const usageSince = watch({ server: sum.pid, postgres, others })
      sum.answers += await read(turns.seconds, sum.latency)
      const usage = usageSince()
      for (const part of ['seconds', 'server', 'postgres', 'load'] as const)
        sum[part] += usage[part]
      sum.othersShare = Math.max(sum.othersShare, usage.othersShare)
    }
  }
  for (const { close } of all) await close()
  return all.map(({ sum }) => sum)
}

async function openReaders({ contestant, people, ask }: Reading, readers: number) {
  const failures: unknown[] = []
  const devices = await eachOf(people, 20, userId =>
    contestant.open(userId, {
      onDelivered() {},
      onFailed: reason => void failures.push(reason),
    }),
  )
  let asked = 0

  async function goOn(until: number, latency: Latencies | undefined): Promise<number> {
    let answers = 0
    while (performance.now() < until) {
      if (failures.length > 0) throw failures[0]
      const at = asked
      asked += 1
      const device = devices[at % devices.length]
      if (!device) break
      const begun = performance.now()
      await ask(device, at)
      latency?.record(performance.now() - begun)
      answers += 1
    }
    return answers
  }

  return {
    /** @returns how many answers there were */
    async read(seconds: number, latency?: Latencies): Promise<number> {
      const until = performance.now() + seconds * 1000
      const each = Array.from({ length: readers }, () => goOn(until, latency))
      return (await Promise.all(each)).reduce((sum, answers) => sum + answers, 0)
    },
    sum: readOf(contestant),
    async close() {
      await Promise.all(devices.map(device => device.close()))
    },
  }
}

function readOf({ name, pid }: Contestant) {
  const latency = createLatencies()
  const usage = { seconds: 0, server: 0, postgres: 0, load: 0, othersShare: 0 }
  return { name, pid, answers: 0, latency, ...usage }
}

export type Read = ReturnType<typeof readOf>
