// Brings a cluster to the point where its Postgres answers and is ours: finds the one that is
// running or launches one, waits until it can be reached, and takes the ownership.

import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { Complaint } from './complaint.ts'
import { type Attempt, type Ownership, tryToOwn } from './ownership.ts'
import { readPidFile } from './pidFile.ts'
import { findRunning, launch, type Postmaster } from './postmaster.ts'
import type { Settings } from './settings.ts'
import { stopHanging, stopPostmaster } from './stopping.ts'

export type Running = { postmaster: Postmaster; ownership: Ownership }

export type BringUp = {
  pickPort: () => Promise<number>
  settings: Settings
  log: (line: string) => void
  signal: AbortSignal
  /** In milliseconds, for one that calls itself ready and does not answer. */
  patience: number
  /** Of an earlier time, when it was ours; used again if it still lives and answers. */
  postmaster?: Postmaster
}

const tries = 10

export async function bringUp(cluster: Cluster, options: BringUp): Promise<Running> {
  for (let left = tries; ; left--) {
    try {
      return await bringUpOnce(cluster, options)
    } catch (error) {
      // Another port may be free; and another start at this moment is met as a running one.
      const isPassing =
        error instanceof Complaint && (error.fault === 'port taken' || error.fault === 'held')
      if (!isPassing || left === 1) throw error
      await sleep(100, undefined, { signal: options.signal })
    }
  }
}

async function bringUpOnce(cluster: Cluster, options: BringUp): Promise<Running> {
  const found = options.postmaster?.isAlive() ? options.postmaster : await findRunning(cluster)
  const postmaster =
    found ?? (await launch(cluster, { ...options, port: await options.pickPort() }))
  if (found) options.log(`Found Postgres running (pid ${found.pid}, port ${found.port})`)
  try {
    return { postmaster, ownership: await own(cluster, postmaster, options) }
  } catch (error) {
    const fault = error instanceof Complaint ? error.fault : 'other'
    if (fault === 'in use') postmaster.letGo()
    else if (!found) await stopPostmaster(postmaster, cluster.programs)
    // It may hang for ever, as when its recovery failed for want of room at the wrong moment.
    else if (found === options.postmaster && fault === 'unanswered') {
      options.log(`Postgres (pid ${found.pid}) does not answer; ending it`)
      await stopHanging(found, cluster.programs)
    }
    throw error
  }
}

/** In milliseconds: a Parley that died holds its lock until Postgres has noticed. */
const refusedPatience = 1_000

async function own(
  cluster: Cluster,
  postmaster: Postmaster,
  { signal, patience }: Pick<BringUp, 'signal' | 'patience'>,
): Promise<Ownership> {
  let readySince: number | undefined
  for (let pause = 10; ; pause = Math.min(pause * 1.2, 100)) {
    if (!postmaster.isAlive()) {
      await postmaster.ended
      throw postmaster.complaint()
    }
    const file = await readPidFile(cluster.directory)
    if (file?.pid === postmaster.pid && file.status === 'ready') {
      // Until it calls itself ready it may be reading a long log, which is waited for.
      readySince ??= Date.now()
      const attempt = await tryToOwn(cluster, postmaster.port)
      if (attempt.kind === 'owned') return attempt.ownership
      const bound = attempt.kind === 'refused' ? refusedPatience : patience
      if (Date.now() - readySince > bound) throw tooLong(cluster, postmaster, attempt)
    }
    await sleep(pause, undefined, { signal })
  }
}

function tooLong(cluster: Cluster, postmaster: Postmaster, attempt: Attempt): Complaint {
  if (attempt.kind === 'refused') {
    const parley = `another Parley (${attempt.holder})`
    return new Complaint(
      'in use',
      `${dirname(cluster.directory)} is already in use by ${parley}: stop that one, or set DATA_DIR to another directory.`,
    )
  }
  return new Complaint(
    'unanswered',
    `The embedded Postgres (pid ${postmaster.pid}) does not answer on port ${postmaster.port}: end it and start again.`,
  )
}
