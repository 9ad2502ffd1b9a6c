/**
 * Waiting for a slow reader: delivery asks before it yields the next frame, so that what
 * happens meanwhile gathers in its own bounded queue instead of in the socket's.
 */
import type { Writable } from 'node:stream'

/** @returns a function whose promise resolves once nothing is backed up, or the reader is gone. */
export function drainWaiter(stream: Writable): () => Promise<void> {
  let waiting: Promise<void> | undefined
  return async () => {
    if (stream.destroyed || !stream.writableNeedDrain) return
    waiting ??= new Promise<void>(resolve => {
      const done = () => {
        stream.off('drain', done)
        stream.off('close', done)
        waiting = undefined
        resolve()
      }
      stream.on('drain', done)
      stream.on('close', done)
    })
    await waiting
  }
}
