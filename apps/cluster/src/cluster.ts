/**
 * A whole cluster on one machine: Postgres, Redis, nodes and one address in front of them. What
 * DATABASE_URL or REDIS_URL names is used as it is; the rest is started here.
 */
import { findRedisServer, startRedis } from '@parley/bus/testing/redisServer'
import { startEmbedded } from '@parley/db/embedded'
import type { Env } from '@parley/server/env'
import { keptSecret } from '@parley/server/keptSecret'
import { listen } from '@parley/server/listen'
import type { Step } from '@parley/server/stopOnSignal'
import { createBalancer } from './balancer.ts'
import { type KeptNode, keepNode } from './keptNode.ts'

interface ClusterOptions {
  env: Env
  /** How many nodes. */
  size: number
  say: (line: string) => void
  onFatal: (sentence: string) => void
}

export async function startCluster({ env, size, say, onFatal }: ClusterOptions) {
  /** In the order in which they are closed. */
  const steps: Step[] = []
  const add = (name: string, withinMs: number, close: () => Promise<void>) =>
    steps.unshift({ name, close, withinMs })
  try {
    const databaseUrl = env.databaseUrl ?? (await startPostgres())
    const redisUrl = env.redisUrl ?? (await startOwnRedis())
    const nodes: KeptNode[] = []
    const balancer = createBalancer(() => nodes.flatMap(node => node.backend() ?? []))
    const port = await listen(balancer.server, env)
    add('address', 2000, balancer.close)
    const url = env.publicUrl ?? `http://${hostIn(env.host)}:${port}`
    const variables = {
      ...process.env,
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      AUTH_SECRET: env.authSecret ?? (await keptSecret(env.dataDir)),
      PUBLIC_URL: url,
      DEMO: env.demo ? '1' : '0',
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    }
    add('nodes', 12_000, () => stopAll(nodes))
    for (let number = 1; number <= size; number += 1) {
      const node = keepNode(`node ${number}`, variables, say)
      nodes.push(node)
      // One after the other: the first makes tables and demo people.
      await node.start()
    }
    return { url, nodes, steps }
  } catch (error) {
    for (const { close } of steps) await close()
    throw error
  }

  async function startPostgres(): Promise<string> {
    const { url, stop } = await startEmbedded({
      dataDir: env.dataDir,
      // A node keeps up to 22 connections.
      settings: { max_connections: String(20 + 24 * size) },
      log: line => say(`postgres | ${line}`),
      onFatal,
    })
    add('Postgres', 15_000, stop)
    return url
  }

  async function startOwnRedis(): Promise<string> {
    const found = findRedisServer()
    if ('missing' in found) throw new Error(`${found.missing} Or set REDIS_URL to a running one.`)
    const { url, dispose } = await startRedis()
    add('Redis', 2000, dispose)
    return url
  }
}

export type Cluster = Awaited<ReturnType<typeof startCluster>>

/** Restarts the nodes one after the other, so that there is always one. */
export async function restartInTurn({ nodes }: Cluster): Promise<void> {
  for (const node of nodes) await node.restart()
}

async function stopAll(nodes: KeptNode[]): Promise<void> {
  const left = await Promise.all(nodes.map(node => node.stop()))
  if (left.includes(false)) throw new Error('a node did not leave in good order')
}

function hostIn(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
