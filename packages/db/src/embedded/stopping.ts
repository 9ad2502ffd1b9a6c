// Ends a Postgres: politely, then firmly, then by force. None of them loses what was committed.

import { execFile } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Postmaster } from './postmaster.ts'
import type { Programs } from './programs.ts'

type Step = { signal: 'SIGINT' | 'SIGQUIT' | 'SIGKILL'; patience: number }

const steps: readonly Step[] = [
  // Disconnects everybody and writes everything to the data files.
  { signal: 'SIGINT', patience: 10_000 },
  // Leaves the rest to the write-ahead log, which the next start reads.
  { signal: 'SIGQUIT', patience: 5_000 },
  { signal: 'SIGKILL', patience: 5_000 },
]

export function stopPostmaster(postmaster: Postmaster, programs: Programs): Promise<void> {
  return take(steps, postmaster, programs)
}

/** For one that answers nobody, and would not hear a polite word either. */
export function stopHanging(postmaster: Postmaster, programs: Programs): Promise<void> {
  return take(steps.slice(1), postmaster, programs)
}

async function take(steps: readonly Step[], postmaster: Postmaster, programs: Programs) {
  for (const { signal, patience } of steps) {
    if (!postmaster.isAlive()) break
    await send(postmaster.pid, signal, programs)
    const waiting = new AbortController()
    const tooLong = sleep(patience, undefined, { signal: waiting.signal }).catch(() => {})
    await Promise.race([postmaster.ended, tooLong])
    waiting.abort()
  }
  postmaster.letGo()
}

async function send(pid: number, signal: Step['signal'], programs: Programs): Promise<void> {
  try {
    if (process.platform !== 'win32') process.kill(pid, signal)
    // There are no signals there; this program speaks to Postgres in its own way.
    else await promisify(execFile)(programs.pg_ctl, ['kill', signal.slice(3), String(pid)])
  } catch {
    // It ended at this moment.
  }
}
