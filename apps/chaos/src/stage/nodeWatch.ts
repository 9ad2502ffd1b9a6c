/** Looks at a node again and again: what waits in it for its readers, and what it holds. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Stage } from './stage.ts'

export function watchNode(node: Stage['node']) {
  const before = node.residentBytes()
  let most = { queued: 0, resident: before }
  let isOver = false
  // When the row fails, the node goes before its watch does: that is not what went wrong.
  const watching = look().catch(() => {})

  async function look(): Promise<void> {
    while (!isOver) {
      const queued = await metric(node, 'parley_queued_bytes')
      most = {
        queued: Math.max(most.queued, queued),
        resident: Math.max(most.resident, node.residentBytes()),
      }
      await pause(50)
    }
  }

  return {
    /** Waiting at once, over all sockets, since the watch began or was begun anew. */
    mostQueued: () => most.queued,
    grownBytes: () => most.resident - before,
    beginAnew() {
      most = { ...most, queued: 0 }
    },
    async stop() {
      isOver = true
      await watching
    },
  }
}

export async function metric({ url }: Stage['node'], name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const line = text.split('\n').find(one => one.startsWith(`${name} `))
  // What has never happened is not told.
  return line === undefined ? 0 : Number(line.slice(name.length + 1))
}
