/** The parts of a test: a server, a network, time, and clients of several people. */
import { createEngine, type EngineOptions } from '../engine.ts'
import { merge } from '../merge.ts'
import { retryAfter } from '../retry.ts'
import { createManualClock } from './manualClock.ts'
import { createModelServer } from './modelServer.ts'
import { createNetwork } from './network.ts'
import { seededRandom } from './seededRandom.ts'

/** What a test may replace to see that it is needed. */
export type Parts = Partial<
  Pick<EngineOptions, 'merge' | 'retry' | 'token' | 'hints' | 'store' | 'tabs' | 'sizes'>
>

export function createWorld(seed = 1, parts: Parts = {}) {
  const random = seededRandom(seed)
  const clock = createManualClock()
  const server = createModelServer(clock)
  const network = createNetwork(server, clock, random)
  let ids = 0

  function join(me: string, own: Parts = {}) {
    const transport = network.connect(me)
    const engine = createEngine({
      me,
      transport,
      clock,
      random,
      token: async () => `token of ${me}`,
      hints: () => () => {},
      createId: () => {
        ids += 1
        return `id-${ids}`
      },
      merge,
      retry: retryAfter,
      ...parts,
      ...own,
    })
    return { me, transport, ...engine }
  }

  return { random, clock, server, network, join }
}

export type World = ReturnType<typeof createWorld>
export type Peer = ReturnType<World['join']>
