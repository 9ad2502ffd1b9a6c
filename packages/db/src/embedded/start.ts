// The embedded Postgres: a real one, on this machine, for this Parley alone. Starts it (or
// finds the one that a killed Parley left running), keeps it running, and stops it.

import { bringUp } from './bringUp.ts'
import { openCluster } from './cluster.ts'
import { keep } from './keeping.ts'
import { freePort } from './port.ts'
import { findPrograms } from './programs.ts'
import { type Settings, settings } from './settings.ts'
import { stopPostmaster } from './stopping.ts'

export type EmbeddedOptions = {
  dataDir: string
  /** Gets each line of Postgres's log and of ours about it. */
  log: (line: string) => void
  /** Called once, with a sentence, when Postgres has died and cannot be brought back. */
  onFatal: (sentence: string) => void
  /** Instead of the usual ones, for tests. */
  settings?: Settings
  pickPort?: () => Promise<number>
  /** In milliseconds, for a Postgres that does not answer. */
  patience?: number
}

export type Embedded = {
  /** The same for as long as this Parley runs, also after Postgres was restarted. */
  url: string
  stop(): Promise<void>
}

/** Fails with an error whose message is a sentence for the operator. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, log, onFatal, pickPort = freePort, patience = 20_000 } = options
  const starting = { settings: { ...settings, ...options.settings }, log, patience }
  const programs = await findPrograms()
  const cluster = await openCluster(dataDir, programs, log)
  const { signal } = new AbortController()
  const first = await bringUp(cluster, { ...starting, pickPort, signal })
  const keeping = keep(cluster, first, { ...starting, onFatal })

  async function stop(): Promise<void> {
    const running = await keeping.finish()
    if (!running) return
    await stopPostmaster(running.postmaster, programs)
    await running.ownership.release()
  }
  let stopped: Promise<void> | undefined
  return {
    url: `postgres://parley:${cluster.password}@127.0.0.1:${first.postmaster.port}/parley`,
    stop: () => {
      stopped ??= stop()
      return stopped
    },
  }
}
