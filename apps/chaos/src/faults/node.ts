/** A node of Parley in a process of its own, as operators run it, that can be killed and restarted. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { cleanUpOnce } from '@parley/load/cleanUp'
import { root } from '@parley/load/root'
import { bundled } from '@parley/server/testing/bundled'
import { reservePort } from '@parley/server/testing/reservePort'
import { residentBytes } from './processes.ts'

interface Wanted {
  databaseUrl: string
  /** The secret of the host product, whose tokens people come with. */
  hostSecret: string
  /** The program to run; a control hands in one that lacks a defence. */
  program?: string
  /** What that program wants to know besides. */
  variables?: Readonly<Record<string, string>>
}

const authSecret = randomBytes(32).toString('hex')

export async function startNode({ databaseUrl, hostSecret, program, variables }: Wanted) {
  const port = await reservePort()
  const args = [await bundled(program ?? join(root, 'apps/server/src/main.ts'))]
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    PORT: String(port),
    DEMO: '0',
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: authSecret,
    HOST_JWT_SECRET: hostSecret,
    MESSAGES_PER_MINUTE: '100000',
    CONNECTIONS_PER_ADDRESS: '100000',
    LOG_LEVEL: 'warn',
    ...variables,
  }
  const complaints: string[] = []
  let child = await launch()

  async function launch(): Promise<ChildProcess> {
    const started = spawn(process.execPath, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    await new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        said = (said + chunk).slice(-5000)
        if (said.includes('Parley is ready')) resolve()
      }
      started.stdout?.on('data', hear)
      started.stderr?.on('data', hear)
      started.once('exit', (code, signal) => {
        reject(new Error(`The node did not start.\n${said}`))
        if (!dismissed.has(started)) complaints.push(`a node ended by itself (${code ?? signal})`)
      })
    })
    return started
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    dismissed.add(child)
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
    return child.exitCode
  }

  return {
    url: `http://127.0.0.1:${port}`,
    /** Ends that nobody asked for. */
    complaints,
    /** As a machine that loses its power. */
    kill: () => end('SIGKILL'),
    /** Drains. @returns its exit code */
    stop: () => end('SIGTERM'),
    /** On the same port, until it is ready. */
    async restart() {
      child = await launch()
    },
    residentBytes: () => residentBytes(child.pid ?? 0),
    [Symbol.asyncDispose]: cleanUpOnce(async () => {
      const late = setTimeout(() => child.kill('SIGKILL'), 20_000)
      await end('SIGTERM')
      clearTimeout(late)
    }),
  }
}

export type Node = Awaited<ReturnType<typeof startNode>>

/** Processes whose end was asked for. */
const dismissed = new WeakSet<ChildProcess>()
