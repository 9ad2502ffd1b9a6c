import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withRedis } from '@parley/bus/testing/withRedis'
import type { Client } from '@parley/client/client'
import { expect, onTestFinished, test } from 'vitest'
import { runCluster } from './testing/runCluster.ts'

type Cluster = Awaited<ReturnType<typeof runCluster>>

/** Joins until it is at another node than that one. */
async function joinElsewhere(cluster: Cluster, root: Client, userId: string, node: string) {
  for (;;) {
    const client = await cluster.join(userId, 'contractor')
    if ((await nodeOf(root, userId)) !== node) return client
    client.close()
    await expect.poll(() => nodeOf(root, userId)).toBe('')
  }
}

async function nodeOf(root: Client, userId: string): Promise<string> {
  const { connections } = await root.api.admin.connections.query({ userId })
  return connections[0]?.node ?? ''
}

/** Somebody says 1, 2, 3 ... until told to stop. */
function talk(client: Client, conversationId: string, everyMs: number) {
  const handle = client.conversation(conversationId)
  const sent: string[] = []
  const timer = setInterval(() => {
    const text = `${client.userId} ${sent.length + 1}`
    handle.send({ text })
    sent.push(text)
  }, everyMs)
  onTestFinished(() => clearInterval(timer))
  return {
    stop(): string[] {
      clearInterval(timer)
      return sent
    },
  }
}

/** What somebody reads of what another one says. */
function readBy(client: Client, conversationId: string, senderId: string): string[] {
  const { messages } = client.conversation(conversationId).view.get()
  return messages
    .filter(message => message.senderId === senderId)
    .flatMap(({ content }) => (content?.type === 'text' ? content.text : []))
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return false
  } catch {
    return true
  }
}

withRedis(() => {
  test('people on two nodes talk; a node that is killed or restarted costs no message; nothing is left behind', async () => {
    const cluster = await runCluster()
    const root = await cluster.join('root', 'admin')
    const ann = await cluster.join('ann', 'customer')
    const bob = await joinElsewhere(cluster, root, 'bob', await nodeOf(root, 'ann'))
    const id = await ann.open({ participantIds: ['bob'] })
    for (const client of [ann, bob]) client.conversation(id).watch()
    const talking = [talk(ann, id, 40), talk(bob, id, 40)]
    const hear = (count: number) =>
      expect
        .poll(() => Math.min(readBy(ann, id, 'bob').length, readBy(bob, id, 'ann').length), {
          timeout: 30_000,
        })
        .toBeGreaterThan(count)
    await hear(5)

    const [victim = 0] = cluster.pids()
    process.kill(victim, 'SIGKILL')
    await expect.poll(cluster.said, { timeout: 5000 }).toContain('node 1 ended (SIGKILL)')
    await expect.poll(cluster.said, { timeout: 30_000 }).toMatch(/node 1 is back: pid \d+, http/)
    expect(cluster.pids()).not.toContain(victim)
    await hear(readBy(bob, id, 'ann').length + 20)
    await expect
      .poll(async () => (await root.api.admin.connections.query()).nodes, { timeout: 30_000 })
      .toHaveLength(2)

    cluster.restartInTurn()
    await expect.poll(cluster.restarts, { timeout: 60_000 }).toBe(1)
    const [fromAnn = [], fromBob = []] = talking.map(one => one.stop())
    await expect.poll(() => readBy(bob, id, 'ann'), { timeout: 30_000 }).toEqual(fromAnn)
    await expect.poll(() => readBy(ann, id, 'bob'), { timeout: 30_000 }).toEqual(fromBob)

    const postmaster = await readFile(join(cluster.dataDir, 'postgres', 'postmaster.pid'), 'utf8')
    const startedAt = performance.now()
    expect(await cluster.stop()).toBe(0)
    expect(performance.now() - startedAt).toBeLessThan(10_000)
    const processes = [...cluster.pids(), Number.parseInt(postmaster, 10)]
    expect(processes).toHaveLength(3)
    expect(processes.map(isGone)).toEqual([true, true, true])
  }, 180_000)
})
