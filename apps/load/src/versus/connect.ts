/** Many connections that do nothing but be there: how fast they come, and what they weigh. */
import { setTimeout as pause } from 'node:timers/promises'
import { postgresOf } from '../measure/postgres.ts'
import { type Usage, watch } from '../measure/watch.ts'
import type { Contestant } from './contestant.ts'
import { eachOf } from './eachOf.ts'

/** Below what Parley's door admits of one address that have not said yet whose they are. */
const handshakesAtOnce = 100

/** For a server to notice that so many sockets have come or gone, and to tidy up. */
const settlingMs = (sockets: number) => Math.min(3000, 20 * sockets)

type Memory = Awaited<ReturnType<Contestant['memory']>>

export interface Connected {
  name: string
  connections: number
  /** From the first handshake to the last subscription. */
  seconds: number
  cpuSeconds: Pick<Usage, 'server' | 'postgres' | 'load'>
  othersShare: number
  /** After forced collections: before anybody came, while all were there, when all had gone. */
  before: Memory
  during: Memory
  after: Memory
}

/** Everybody connects. */
export async function openAll(contestant: Contestant, people: readonly string[]) {
  const failures: unknown[] = []
  const devices = await eachOf(people, handshakesAtOnce, userId =>
    contestant.open(userId, {
      onDelivered: text => void failures.push(`a message that nobody sent: ${text}`),
      onFailed: reason => void failures.push(reason),
    }),
  )
  return { failures, close: () => eachOf(devices, handshakesAtOnce, device => device.close()) }
}

/** Everybody connects, stays a moment and goes. */
export async function connectAll(
  contestant: Contestant,
  people: readonly string[],
  others: number[],
): Promise<Connected> {
  const { name, pid, memory, sql } = contestant
  await contestant.sign(people)
  const before = await memory()
  const usageSince = watch({ server: pid, postgres: await postgresOf(sql), others })
  const { failures, close } = await openAll(contestant, people)
  const usage = usageSince()
  await pause(settlingMs(people.length))
  const during = await memory()
  await close()
  await pause(settlingMs(people.length))
  const after = await memory()
  if (failures.length > 0) throw new Error(`${name}: ${failures.length} failures: ${failures[0]}`)
  return {
    name,
    connections: people.length,
    seconds: usage.seconds,
    cpuSeconds: usage,
    othersShare: usage.othersShare,
    before,
    during,
    after,
  }
}
