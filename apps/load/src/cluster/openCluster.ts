/** Several nodes of Parley on one Postgres and one Redis, as a load balancer would find them. */
import { randomBytes } from 'node:crypto'
import { type RedisServer, startRedis } from '@parley/bus/testing/redisServer'
import type { Sql } from '@parley/db/database'
import { startEmbedded } from '@parley/db/embedded'
import { openDatabase } from '../rows/openDatabase.ts'
import { cleanUpOnce } from '../server/cleanUp.ts'
import { createKeeping, type Keep } from '../server/keeping.ts'
import { type Server, startServer } from '../server/server.ts'
import { temporaryDirectory } from '../server/temporary.ts'

export interface Cluster extends AsyncDisposable {
  nodes: Server[]
  sql: Sql
  /** None where a single node keeps its bus in memory. */
  redis: RedisServer | undefined
}

interface Wanted {
  nodes: number
  /** Without one there can be a single node only. */
  withRedis: boolean
}

export async function openCluster({ nodes: count, withRedis }: Wanted): Promise<Cluster> {
  const { keep, close } = createKeeping()
  try {
    const databaseUrl = await startDatabase(keep)
    const redis = withRedis ? await startRedis() : undefined
    if (redis) keep({ [Symbol.asyncDispose]: cleanUpOnce(redis.dispose) })
    const secret = randomBytes(32).toString('hex')
    const nodes: Server[] = []
    while (nodes.length < count) {
      const wanted = { databaseUrl, secret, ...(redis && { redisUrl: redis.url }) }
      nodes.push(keep(await startServer(wanted)))
    }
    const { sql } = keep(openDatabase(databaseUrl))
    return { nodes, sql, redis, [Symbol.asyncDispose]: close }
  } catch (error) {
    await close()
    throw error
  }
}

async function startDatabase(keep: Keep) {
  const directory = keep(await temporaryDirectory())
  const { url, stop } = await startEmbedded({
    dataDir: directory.path,
    log: () => {},
    onFatal: sentence => void process.stderr.write(`${sentence}\n`),
  })
  keep({ [Symbol.asyncDispose]: cleanUpOnce(stop) })
  return url
}
