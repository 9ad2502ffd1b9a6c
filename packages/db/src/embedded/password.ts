// The password of the embedded Postgres: random, made with the cluster and kept inside it, so
// that both are moved, backed up and restored together.

import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export const passwordFile = 'parley.password'

export const newPassword = () => randomBytes(24).toString('base64url')

export async function readPassword(directory: string): Promise<string> {
  return (await readFile(join(directory, passwordFile), 'utf8')).trim()
}
