/**
 * The secret that signs our own tokens, made once and kept beside the embedded database, so
 * that people stay signed in over a restart. Readable by the owner alone.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InvalidEnvironment } from './env.ts'

function isAlreadyThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}

/** Linking is all or nothing, so two starters never end with different secrets. */
async function makeOnce(file: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
  try {
    await link(draft, file)
  } catch (error) {
    if (!isAlreadyThere(error)) throw error
  } finally {
    await rm(draft, { force: true })
  }
}

export async function keptSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'auth-secret')
  let secret: string
  try {
    await mkdir(dataDir, { recursive: true })
    await makeOnce(file)
    secret = (await readFile(file, 'utf8')).trim()
  } catch (cause) {
    throw new InvalidEnvironment(
      `DATA_DIR: expected a directory that can be read and written, not ${dataDir}`,
      { cause },
    )
  }
  if (secret.length < 32)
    throw new InvalidEnvironment(`AUTH_SECRET: ${file} is damaged; delete it or set the variable`)
  return secret
}
