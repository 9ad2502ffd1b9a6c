/** Parley's server as operators run it, with limits that a benchmark does not reach. */
import { randomBytes } from 'node:crypto'
import { findRunningUrl } from '@parley/db/embedded/findRunningUrl'
import { inspected, recorder } from '../profile/inspected.ts'
import { root } from '../root.ts'
import { hostToken, type Person } from './hostToken.ts'
import { nodeFlags } from './nodeFlags.ts'
import { spawnListening } from './process.ts'
import { temporaryDirectory } from './temporary.ts'
import { readUsage } from './usage.ts'

const program = [...nodeFlags, ...recorder, 'apps/server/src/main.ts']

interface Wanted {
  /** A directory that is used again; by default a new one, removed afterwards. */
  dataDir?: string
  /** A database that is there; by default the embedded one. */
  databaseUrl?: string
  /** The Redis over which it reaches other nodes. */
  redisUrl?: string
  /** What signs tokens, the host's and ours, where several nodes take the same ones. */
  secret?: string
  /** With the demo people, whom a browser can sign in as. */
  demo?: boolean
}

export async function startServer(wanted: Wanted = {}) {
  const { dataDir, databaseUrl, redisUrl, demo = false } = wanted
  const own = dataDir === undefined ? await temporaryDirectory() : undefined
  const directory = dataDir ?? own?.path ?? ''
  const secret = wanted.secret ?? randomBytes(32).toString('hex')
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    PORT: '0',
    DEMO: demo ? '1' : '0',
    DATA_DIR: directory,
    AUTH_SECRET: secret,
    HOST_JWT_SECRET: secret,
    MESSAGES_PER_MINUTE: '100000',
    BROADCASTS_PER_MINUTE: '10000',
    CONNECTIONS_PER_ADDRESS: '100000',
    LOG_LEVEL: 'warn',
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    ...(redisUrl && { REDIS_URL: redisUrl }),
  }
  const running = await spawnListening(process.execPath, program, {
    cwd: root,
    env,
    probe: '/readyz',
  }).catch(async (error: unknown) => {
    await own?.[Symbol.asyncDispose]()
    throw error
  })

  return {
    url: running.url,
    pid: running.pid,
    startedInMs: running.startedInMs,
    token: (person: Person) => hostToken(secret, person),
    usage: () => readUsage(running.url),
    async databaseUrl() {
      const url = databaseUrl ?? (await findRunningUrl(directory))
      if (url === undefined) throw new Error('The server has no database.')
      return url
    },
    ...inspected(running),
    async [Symbol.asyncDispose]() {
      await running.stop()
      await own?.[Symbol.asyncDispose]()
    },
  }
}

export type Server = Awaited<ReturnType<typeof startServer>>
