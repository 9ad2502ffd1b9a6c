/** The one address in front of several nodes that people connect to. */
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { createBalancer } from '@parley/cluster/balancer'
import { cleanUpOnce } from '@parley/load/cleanUp'
import type { Node } from './node.ts'

const askEveryMs = 100

export async function openFront(nodes: readonly Node[]) {
  let isOver = false
  const backends = nodes.map(({ url }) => {
    const backend = { port: Number(new URL(url).port), isReady: () => isReady }
    let isReady = true
    void (async () => {
      while (!isOver) {
        isReady = await saysReady(url)
        await pause(askEveryMs, undefined, { ref: false })
      }
    })()
    return backend
  })
  const { server, close } = createBalancer(() => backends)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    [Symbol.asyncDispose]: cleanUpOnce(async () => {
      isOver = true
      await close()
    }),
  }
}

async function saysReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    return false
  }
}
