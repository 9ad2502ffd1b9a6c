// What can be asked about a process that is not our child.

import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  return !isZombie(pid)
}

/** In containers nobody may collect the dead: they keep their number, but do nothing more. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z')
  } catch {
    return false
  }
}

/**
 * Whether the process may be the Postgres that serves `directory`. Numbers of processes are
 * used again, soonest in containers, so a number from a file may by now be anybody's.
 */
export function mayServe(pid: number, directory: string): boolean {
  if (!isAlive(pid)) return false
  try {
    // Postgres makes the data directory its working directory.
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === directory
    if (process.platform === 'win32') return true
    const command = execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
    return command.includes(directory)
  } catch {
    return true
  }
}
