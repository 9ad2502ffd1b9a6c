import type { Change } from '@parley/protocol/change'
import { expect, onTestFinished } from 'vitest'
import type { Caller, Core } from '../core.ts'
import { type Frame, follow } from '../delivery/follow.ts'

/** Somebody who follows their feed and keeps what arrives. */
export function reader(
  core: Core,
  { userId }: Caller,
  from?: string,
  writable: () => Promise<void> = () => Promise.resolve(),
) {
  const stop = new AbortController()
  const frames: Frame[] = []
  const done = (async () => {
    for await (const frame of follow(core.delivery, userId, from, {
      signal: stop.signal,
      writable,
    }))
      frames.push(frame)
  })()
  onTestFinished(async () => {
    stop.abort()
    await done
  })
  const changes = (): Change[] => frames.flatMap(frame => frame.changes)
  return {
    frames,
    changes,
    /** The cursor of the last frame. */
    cursor: () => frames.at(-1)?.id,
    /** Resolves once the feed is open: the first frame is there. */
    ready: () => expect.poll(() => frames.length).toBeGreaterThan(0),
    async stop() {
      stop.abort()
      await done
    },
  }
}
