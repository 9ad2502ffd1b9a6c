/**
 * Real Redis servers in temporary directories, gone when they are disposed of: one by itself, or
 * the masters of a cluster. They are the machine's own redis-server, since none is downloaded.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'

export interface RedisServer {
  url: string
  port: number
  /** Ends it as a power cut would. Nothing that it held comes back. */
  kill(): Promise<void>
  /** Starts it again where it was. */
  restart(): Promise<void>
  /** Lets it stand still, with its connections open. */
  freeze(): void
  thaw(): void
  /** Empties it. */
  flush(): Promise<void>
  /** Sends it one command. */
  ask(name: string, ...args: (string | number)[]): Promise<unknown>
  dispose(): Promise<void>
}

/** Whose it is, and its port. */
const folder = /^parley-redis-(\d+)-(\d+)-/
const inMemory = ['--save', '', '--appendonly', 'no', '--bind', '127.0.0.1']

/** @returns where redis-server is, or the sentence that says that there is none */
export function findRedisServer(
  named = process.env.REDIS_SERVER,
  path = process.env.PATH ?? '',
): { path: string } | { missing: string } {
  const places = path.split(delimiter).map(folder => join(folder, 'redis-server'))
  const found = (named ? [named] : places).find(place => existsSync(place))
  if (found) return { path: found }
  return {
    missing: named
      ? `There is no redis-server at ${named}, which REDIS_SERVER names.`
      : 'There is no redis-server on this machine: install one (apt-get install redis-server), or name it in REDIS_SERVER.',
  }
}

export async function startRedis(settings: string[] = []): Promise<RedisServer> {
  const found = findRedisServer()
  if ('missing' in found) throw new Error(found.missing)
  await removeAbandoned()
  const port = await freePort()
  const dir = await mkdtemp(join(tmpdir(), `parley-redis-${process.pid}-${port}-`))
  const args = ['--port', String(port), '--dir', dir, ...inMemory, ...settings]
  let running = await start(found.path, args, port)
  const orphaned = () => running.kill('SIGKILL')
  process.once('exit', orphaned)

  async function kill(): Promise<void> {
    if (running.exitCode !== null || running.signalCode !== null) return
    const gone = once(running, 'exit')
    running.kill('SIGKILL')
    await gone
  }

  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    kill,
    async restart() {
      await kill()
      running = await start(found.path, args, port)
    },
    freeze: () => void running.kill('SIGSTOP'),
    thaw: () => void running.kill('SIGCONT'),
    flush: async () => void (await ask(port, 'flushall')),
    ask: (name, ...args) => ask(port, name, ...args),
    async dispose() {
      process.off('exit', orphaned)
      await kill()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

/** The masters of a cluster, with `url` naming them all. */
export async function startRedisCluster(masters = 3) {
  const servers: RedisServer[] = []
  const busPorts: number[] = []
  for (let index = 0; index < masters; index++) {
    const busPort = await freePort()
    busPorts.push(busPort)
    const nodes = ['--cluster-config-file', `nodes-${busPort}.conf`, '--cluster-port', `${busPort}`]
    servers.push(await startRedis(['--cluster-enabled', 'yes', ...nodes]))
  }
  const share = Math.ceil(16_384 / masters)
  for (const [index, { port, ask }] of servers.entries()) {
    const last = Math.min(share * (index + 1), 16_384) - 1
    await ask('cluster', 'addslotsrange', share * index, last)
    await servers[0]?.ask('cluster', 'meet', '127.0.0.1', port, busPorts[index] ?? 0)
  }
  await until(async () => {
    const infos = await Promise.all(servers.map(({ ask }) => ask('cluster', 'info')))
    return infos.every(info => String(info).includes('cluster_state:ok'))
  })
  const all = (act: (server: RedisServer) => Promise<void>) => async () => {
    await Promise.all(servers.map(act))
  }
  return {
    url: servers.map(({ url }) => url).join(','),
    servers,
    flush: all(server => server.flush()),
    dispose: all(server => server.dispose()),
  }
}

async function start(path: string, args: string[], port: number): Promise<ChildProcess> {
  const started = spawn(path, args, { stdio: 'ignore' })
  await until(async () => {
    if (started.exitCode !== null) throw new Error(`redis-server ended with ${started.exitCode}`)
    return (await ask(port, 'ping').catch(() => undefined)) === 'PONG'
  })
  return started
}

/** A test run that was killed leaves its Redis running; the next one clears it away. */
async function removeAbandoned(): Promise<void> {
  const temporary = await realpath(tmpdir())
  for (const name of await readdir(temporary)) {
    const [, pid, port] = folder.exec(name) ?? []
    if (pid === undefined || isAlive(Number(pid))) continue
    const dir = join(temporary, name)
    const setting = await ask(Number(port), 'config', 'get', 'dir').catch(() => undefined)
    const isIt = Array.isArray(setting) && setting[1] === dir
    if (isIt) await ask(Number(port), 'shutdown', 'nosave').catch(() => {}) // it hangs up
    await rm(dir, { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function ask(port: number, name: string, ...args: (string | number)[]): Promise<unknown> {
  const redis = new Redis(port, '127.0.0.1', {
    ...{ lazyConnect: true, connectTimeout: 2000, commandTimeout: 5000 },
    retryStrategy: () => null,
  })
  redis.on('error', () => {})
  try {
    await redis.connect()
    return await redis.call(name, ...args)
  } finally {
    redis.disconnect()
  }
}

async function until(isSo: () => Promise<boolean>, withinMs = 15_000): Promise<void> {
  const deadline = performance.now() + withinMs
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error('Redis did not come up')
    await sleep(20)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
