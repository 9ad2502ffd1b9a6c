// A temporary data directory for one test, with everything that was started in it.

import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { readPidFile } from '../pidFile.ts'
import { type Embedded, type EmbeddedOptions, startEmbedded } from '../start.ts'

export async function sandbox() {
  const root = await mkdtemp(join(tmpdir(), 'parley-embedded-'))
  // Passable, since Postgres runs as another user when the tests run as root.
  await chmod(root, 0o711)
  const dataDir = join(root, 'data')
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
    postmaster: async () => (await readPidFile(join(dataDir, 'postgres')))?.pid ?? 0,
    async [Symbol.asyncDispose]() {
      for (const embedded of started) await embedded.stop()
      await rm(root, { recursive: true, force: true })
    },
  }
}

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
