/**
 * Several nodes on one Redis within a test, with everything that takes seconds taking a fraction
 * of it, closed when the test is over.
 */
import { onTestFinished } from 'vitest'
import type { Bus } from '../bus.ts'
import { busOf, openStation, type RedisBusOptions } from '../redis/redisBus.ts'

export interface TestBus extends Bus {
  /** Is gone without a word, as when its process is killed. */
  die(): void
  /** What became of Redis, in order. */
  states: boolean[]
}

export const quick = { leaseMs: 600, everyMs: 150, timeoutMs: 250, patienceMs: 400 }

export async function testBus(url: string, options: Partial<RedisBusOptions> = {}) {
  const states: boolean[] = []
  const station = await openStation({
    url,
    ...quick,
    onState: isUp => states.push(isUp),
    ...options,
  })
  const bus = busOf(station)
  onTestFinished(() => bus.close())
  return { ...bus, die: station.die, states } satisfies TestBus
}

export async function testBuses(url: string, count: number): Promise<TestBus[]> {
  const buses: TestBus[] = []
  for (let index = 0; index < count; index++) buses.push(await testBus(url))
  return buses
}
