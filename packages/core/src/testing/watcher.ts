import type { Presence } from '@parley/protocol/presence'
import { onTestFinished } from 'vitest'
import type { Caller, Core } from '../core.ts'
import { changes } from '../presence/changes.ts'

/** Somebody who looks at people and keeps what they are shown. */
export function watcher(
  core: Core,
  by: Caller,
  whom: readonly Caller[],
  writable: () => Promise<void> = () => Promise.resolve(),
) {
  const stop = new AbortController()
  const shown: Presence[] = []
  const ids = whom.map(({ userId }) => userId)
  const done = (async () => {
    for await (const presence of changes(core, by, ids, { signal: stop.signal, writable }))
      shown.push(presence)
  })()
  const end = async () => {
    stop.abort()
    await done
  }
  onTestFinished(end)
  return {
    shown,
    done,
    end,
    /** As "online 2". */
    said: () => shown.map(({ status, connectionCount }) => `${status} ${connectionCount}`),
  }
}
