/**
 * Waiting for a slow reader: delivery asks before it yields the next frame, so that what
 * happens meanwhile gathers in its own bounded queue instead of in the socket's.
 */
import type { Writable } from 'node:stream'

/** One wait for everybody who writes to the same stream. */
const waits = new WeakMap<Writable, Promise<void>>()
const nothingToWaitFor = Promise.resolve()

/** Resolves once nothing is backed up, or the reader is gone. */
export function untilDrained(stream: Writable): Promise<void> {
  if (stream.destroyed || !stream.writableNeedDrain) return nothingToWaitFor
  const wait = waits.get(stream) ?? drainOrEnd(stream)
  waits.set(stream, wait)
  return wait
}

function drainOrEnd(stream: Writable): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      stream.off('drain', done)
      stream.off('close', done)
      waits.delete(stream)
      resolve()
    }
    stream.on('drain', done)
    stream.on('close', done)
  })
}
