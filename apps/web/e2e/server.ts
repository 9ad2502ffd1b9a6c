/**
 * Parley as people start it, read from one file: a process of its own on a port of its own, with
 * the embedded Postgres in a temporary directory. It can be killed, and started again on both.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { bundled } from '@parley/server/testing/bundled'
import { reservePort } from '@parley/server/testing/reservePort'

const root = fileURLToPath(new URL('../../..', import.meta.url))

export type Server = Awaited<ReturnType<typeof startServer>>

/** @param from the data of a Parley that has stopped, to begin with a copy of it */
export async function startServer(variables: Record<string, string> = {}, from?: string) {
  const dataDir = await temporaryDirectory()
  if (from) await promisify(execFile)('cp', ['-a', '--sparse=always', `${from}/.`, dataDir])
  const port = await reservePort()
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    PORT: String(port),
    DATA_DIR: dataDir,
    DEMO: '1',
    LOG_LEVEL: 'warn',
    // Tests write faster than people do.
    MESSAGES_PER_MINUTE: '100000',
    ...variables,
  }
  let running: ChildProcess | undefined
  let wasKilled = false

  async function start(): Promise<void> {
    running = await run(env)
    wasKilled = false
  }

  /** SIGTERM ends it as an operator does, SIGKILL as a power cut does: its Postgres lives on. */
  async function stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = running
    running = undefined
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
    wasKilled = signal === 'SIGKILL'
  }

  await start()
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    start,
    stop,
    async [Symbol.asyncDispose]() {
      // Only a Parley finds and stops the Postgres of one that was killed.
      if (wasKilled) await start()
      await stop('SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Resolves once it says that it is ready. */
async function run(env: Record<string, string | undefined>): Promise<ChildProcess> {
  const program = await bundled(join(root, 'apps/server/src/main.ts'))
  const child = spawn(process.execPath, [program], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', chunk => {
    said += chunk
  })
  const lines = createInterface({ input: child.stdout })
  const ready = new Promise<void>(resolve => {
    lines.on('line', line => {
      if (line.startsWith('Parley is ready at ')) resolve()
      else said += `${line}\n`
    })
  })
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The server ended with ${code} instead of being ready:\n${said}`)
  })
  ended.catch(() => {}) // later it may end as it likes
  await Promise.race([ready, ended])
  return child
}

async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(await realpath(tmpdir()), 'parley-e2e-'))
  // Passable, since Postgres runs as another user when the tests run as root.
  await chmod(directory, 0o711)
  return directory
}
