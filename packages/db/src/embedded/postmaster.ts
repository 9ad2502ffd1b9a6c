// A running Postgres, seen from outside: one that we started, or one that a killed Parley left
// behind and that we found.

import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { type Complaint, complaintFrom } from './complaint.ts'
import { followLines } from './lines.ts'
import { readPidFile, releasePidFile } from './pidFile.ts'
import { isAlive, mayServe } from './processes.ts'
import { asArguments, type Settings } from './settings.ts'
import { spawnProgram } from './spawning.ts'

export type Postmaster = {
  pid: number
  port: number
  isAlive(): boolean
  ended: Promise<void>
  /** Why it ended, in a sentence. */
  complaint(): Complaint
  /** Lets it run without us. */
  letGo(): void
}

type Launch = { port: number; settings: Settings; log: (line: string) => void }

export async function launch(cluster: Cluster, options: Launch): Promise<Postmaster> {
  const { directory, programs, account } = cluster
  const { port, settings, log } = options
  const args = ['-D', directory, '-p', String(port), ...asArguments(settings)]
  const child = await spawnProgram(programs.postgres, args, account)
  const lastLines = followLines(child, log)
  const closed = once(child, 'close')
  const ended = once(child, 'exit').then(async () => {
    // Its last words are still in the pipe, which its own children may hold open for longer.
    await Promise.race([closed, sleep(300)])
  })
  return {
    pid: child.pid ?? 0,
    port,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    ended,
    complaint: () => complaintFrom(directory, lastLines()),
    letGo() {
      child.stdout?.destroy()
      child.stderr?.destroy()
      child.unref()
    },
  }
}

/** The Postgres that already serves this directory, if there is one. */
export async function findRunning(cluster: Cluster): Promise<Postmaster | undefined> {
  const { directory } = cluster
  const file = await readPidFile(directory)
  if (!file) return undefined
  const { pid, port } = file
  if (!mayServe(pid, directory)) {
    await releasePidFile(directory)
    return undefined
  }
  return {
    pid,
    port,
    isAlive: () => isAlive(pid),
    ended: untilGone(pid),
    complaint: () => complaintFrom(directory, []),
    letGo() {},
  }
}

/** There is no event for the end of a process that is not our child. */
async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(200, undefined, { ref: false })
}
