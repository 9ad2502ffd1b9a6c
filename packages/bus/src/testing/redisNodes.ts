/**
 * Nodes on one Redis within a test, closed when it is over.
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

/** What takes seconds takes a fraction of one; not less, since the machine may be busy. */
export const quick = { leaseMs: 1000, everyMs: 200, timeoutMs: 400 }

export async function testBus(url: string, options: Partial<RedisBusOptions> = {}) {
  const states: boolean[] = []
  const station = await openStation({
    url,
    onState: isUp => states.push(isUp),
    spendMs: 1000,
    ...options,
  })
  const bus = busOf(station)
  onTestFinished(() => bus.close())
  return { ...bus, die: station.die, states } satisfies TestBus
}
