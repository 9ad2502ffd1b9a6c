// A temporary data directory for one test, with everything that was started in it.

import { execFile } from 'node:child_process'
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import postgres from 'postgres'
import { afterAll } from 'vitest'
import { readPidFile } from '../pidFile.ts'
import { type Embedded, type EmbeddedOptions, startEmbedded } from '../start.ts'

export async function sandbox(content: 'empty' | 'made' = 'made') {
  const root = await temporaryDirectory()
  const dataDir = join(root, 'data')
  if (content === 'made') await copyMade(dataDir)
  const lines: string[] = []
  const fatal: string[] = []
  const started: Embedded[] = []

  async function start(options: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
    const embedded = await startEmbedded({
      dataDir,
      log: line => lines.push(line),
      onFatal: sentence => fatal.push(sentence),
      ...options,
    })
    started.push(embedded)
    return embedded
  }

  const postmaster = async () => (await readPidFile(join(dataDir, 'postgres')))?.pid ?? 0

  return {
    root,
    dataDir,
    lines,
    fatal,
    start,
    /** The sentence with which a start fails. */
    async refusal(options: Partial<EmbeddedOptions> = {}): Promise<string> {
      const outcome = await start(options).catch((error: unknown) => error)
      if (outcome instanceof Error) return outcome.message
      throw new Error('It started, though it should have refused')
    },
    postmaster,
    /** Kills Postgres and waits for the next one to appear. */
    async killPostgres(): Promise<number> {
      const killed = await postmaster()
      process.kill(killed, 'SIGKILL')
      return until(async () => {
        const next = await postmaster()
        // While a stale pid file is taken away, it holds our own number.
        return next === killed || next === process.pid ? 0 : next
      })
    },
    async [Symbol.asyncDispose]() {
      for (const embedded of started) await embedded.stop()
      await rm(root, { recursive: true, force: true })
    },
  }
}

async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(await realpath(tmpdir()), 'parley-embedded-'))
  // Passable, since Postgres runs as another user when the tests run as root.
  await chmod(directory, 0o711)
  return directory
}

let made: Promise<string> | undefined

/** Making a database takes a second, copying one a fraction of it. */
async function copyMade(dataDir: string): Promise<void> {
  made ??= temporaryDirectory().then(async directory => {
    const ignore = () => {}
    const embedded = await startEmbedded({ dataDir: directory, log: ignore, onFatal: ignore })
    await embedded.stop()
    return directory
  })
  await copyTree(await made, dataDir)
}

/** Node's own `cp` takes five times as long for so many small files. */
export async function copyTree(from: string, to: string): Promise<void> {
  await promisify(execFile)('cp', ['-R', from, to])
}

afterAll(async () => {
  if (made) await rm(await made, { recursive: true, force: true })
})

/** Runs one statement on a connection of its own. */
export async function ask(url: string, statement: string): Promise<postgres.Row[]> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} })
  try {
    return await sql.unsafe(statement)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

export async function until<T>(
  condition: () => Promise<T> | T,
  within = 15_000,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + within
  for (;;) {
    const value = await condition()
    if (value) return value
    if (Date.now() > deadline) throw new Error(`Waited ${within} ms in vain for: ${condition}`)
    await sleep(20)
  }
}
