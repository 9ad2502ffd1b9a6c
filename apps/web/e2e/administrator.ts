/** Somebody who administers, made as an operator makes them: by the command on the server's machine. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { bundled } from '@parley/server/testing/bundled'

const program = fileURLToPath(new URL('../../server/src/admin.ts', import.meta.url))

/** @param dataDir of a server that runs */
export async function makeAdministrator(dataDir: string, email: string, name: string) {
  const command = [await bundled(program), email, name]
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir }
  const { stdout } = await promisify(execFile)(process.execPath, command, { env })
  const password = /only here: (\S+)/.exec(stdout)?.[1]
  if (!password) throw new Error(`No administrator was made: ${stdout}`)
  return { email, password }
}
