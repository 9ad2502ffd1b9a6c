// Starts one of Postgres's programs as the right user, in an environment that holds none of
// our secrets.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { parse } from 'node:path'
import type { Account } from './account.ts'
import { cannotRun, shutOut } from './complaint.ts'

export async function spawnProgram(
  program: string,
  args: readonly string[],
  account: Account | undefined,
  input = '',
): Promise<ChildProcess> {
  const [file, ...rest] = [...become(account), program, ...args]
  const child = spawn(file ?? program, rest, {
    // A process group of its own: Ctrl-C in a terminal is for us, and we then stop Postgres.
    detached: true,
    windowsHide: true,
    // The current directory may be one that the other user cannot enter.
    cwd: parse(program).root,
    env: environment(),
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(account && !account.isShutOut ? { uid: account.uid, gid: account.gid } : {}),
  })
  try {
    await once(child, 'spawn')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw account?.isShutOut ? shutOut([why]) : cannotRun([why])
  }
  // It may end before it has read everything; its exit says why.
  child.stdin?.on('error', () => {})
  child.stdin?.end(input)
  return child
}

/**
 * Below a directory such as `/root` the user `postgres` reaches neither the programs nor the
 * data. Rather than open that directory to everybody, Postgres keeps root's right to pass
 * file permissions, and none other.
 */
function become(account: Account | undefined): string[] {
  if (!account?.isShutOut) return []
  const only = '-all,+dac_override'
  return [
    'setpriv',
    `--reuid=${account.uid}`,
    `--regid=${account.gid}`,
    '--clear-groups',
    `--inh-caps=${only}`,
    `--ambient-caps=${only}`,
    `--bounding-set=${only}`,
    '--',
  ]
}

function environment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env
  return { PATH, SystemRoot, TEMP, LC_ALL: 'C' }
}
