// Keeps a running Postgres running: waits for its end, or for that of our hold on it, and
// brings it up again on the same port, so that every pool finds it where it was.

import { setTimeout as sleep } from 'node:timers/promises'
import { type BringUp, bringUp, type Running } from './bringUp.ts'
import type { Cluster } from './cluster.ts'
import { Complaint } from './complaint.ts'
import type { Postmaster } from './postmaster.ts'
import { stopPostmaster } from './stopping.ts'

export type Keeping = {
  /** Ends the keeping and gives back what is still ours to stop. */
  finish(): Promise<Running | undefined>
}

type Keep = Pick<BringUp, 'settings' | 'log' | 'patience'> & { onFatal: (sentence: string) => void }

export function keep(cluster: Cluster, first: Running, options: Keep): Keeping {
  const finishing = new AbortController()
  const { signal } = finishing
  const finished = new Promise<void>(resolve => signal.addEventListener('abort', () => resolve()))
  const bringBack = bringingBack(cluster, first.postmaster.port, { ...options, signal })
  let running: Running | undefined = first

  async function watch(): Promise<void> {
    while (running) {
      const { postmaster, ownership } = running
      await Promise.race([postmaster.ended, ownership.lost, finished])
      if (signal.aborted) return
      options.log(
        postmaster.isAlive()
          ? 'Postgres has ended our connection; connecting again'
          : 'Postgres has ended; starting it again',
      )
      running = await bringBack(postmaster)
    }
  }

  const watching = watch().catch(error => {
    if (signal.aborted) return
    // Whoever took it over stops it.
    if (faultOf(error) === 'in use') running = undefined
    options.onFatal(sentenceOf(error))
  })
  return {
    async finish() {
      finishing.abort()
      await watching
      return running
    },
  }
}

function bringingBack(cluster: Cluster, port: number, options: Omit<BringUp, 'pickPort'>) {
  const pickPort = async () => port
  return async (postmaster: Postmaster): Promise<Running> => {
    for (let failures = 0; ; failures++) {
      try {
        // After a crash it calls itself ready while it reads its log, however long that takes.
        const patience = options.patience * 2 ** failures
        const next = await bringUp(cluster, { ...options, patience, pickPort, postmaster })
        if (next.postmaster.port === port) return next
        // Somebody else started it meanwhile, elsewhere, and is gone again.
        await stopPostmaster(next.postmaster, cluster.programs)
      } catch (error) {
        if (options.signal.aborted || !mayTryAgain(error, failures)) throw error
        // Postgres's own lines have been logged already.
        options.log(sentenceOf(error).split('\n')[0] ?? '')
        await sleep(Math.min(100 * 2 ** failures, 3_000), undefined, { signal: options.signal })
      }
    }
  }
}

const faultOf = (error: unknown) => (error instanceof Complaint ? error.fault : 'other')

function mayTryAgain(error: unknown, failures: number): boolean {
  switch (faultOf(error)) {
    case 'in use':
    case 'platform':
      return false
    case 'directory':
      return failures < 3
    case 'disk full':
      // Somebody will make room.
      return true
    default:
      return failures < 10
  }
}

const sentenceOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
