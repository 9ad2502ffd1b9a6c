// Keeps a running Postgres running: waits for its end, or for that of our hold on it, and
// brings it up again on the same port, so that every pool finds it where it was.

import { setTimeout as sleep } from 'node:timers/promises'
import { type BringUp, bringUp, type Running } from './bringUp.ts'
import type { Cluster } from './cluster.ts'
import { Complaint } from './complaint.ts'
import { stopPostmaster } from './stopping.ts'

export type Keeping = {
  /** Ends the keeping and gives back what was running last. */
  finish(): Promise<Running>
}

type Keep = Pick<BringUp, 'settings' | 'log'> & { onFatal: (sentence: string) => void }

export function keep(cluster: Cluster, first: Running, options: Keep): Keeping {
  const { log, onFatal } = options
  const { port } = first.postmaster
  const finishing = new AbortController()
  const { signal } = finishing
  const finished = new Promise<void>(resolve => signal.addEventListener('abort', () => resolve()))
  let running = first

  async function watch(): Promise<void> {
    for (;;) {
      const { postmaster, ownership } = running
      await Promise.race([postmaster.ended, ownership.lost, finished])
      if (signal.aborted) return
      log(
        postmaster.isAlive()
          ? 'Postgres has ended our connection; connecting again'
          : 'Postgres has ended; starting it again',
      )
      running = await again(postmaster)
    }
  }

  async function again(postmaster: Running['postmaster']): Promise<Running> {
    for (let failures = 0; ; failures++) {
      try {
        const pickPort = async () => port
        const next = await bringUp(cluster, { ...options, pickPort, postmaster, signal })
        if (next.postmaster.port === port) return next
        // Somebody else started it meanwhile, elsewhere, and is gone again.
        await stopPostmaster(next.postmaster, cluster.programs)
      } catch (error) {
        if (signal.aborted || !mayTryAgain(error, failures)) throw error
        log(sentenceOf(error))
        await sleep(Math.min(100 * 2 ** failures, 3_000), undefined, { signal })
      }
    }
  }

  const watching = watch().catch(error => {
    if (!signal.aborted) onFatal(sentenceOf(error))
  })
  return {
    async finish() {
      finishing.abort()
      await watching
      return running
    },
  }
}

const maxFailures = 10

function mayTryAgain(error: unknown, failures: number): boolean {
  const fault = error instanceof Complaint ? error.fault : 'other'
  if (fault === 'in use' || fault === 'platform') return false
  // Somebody will make room; everything else that does not pass soon needs a person to look.
  return fault === 'disk full' || failures < maxFailures
}

const sentenceOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
