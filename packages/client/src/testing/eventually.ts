import { expect } from 'vitest'

/** Waits until what is read is as expected, also on a machine that is busy. */
export function eventually<T>(read: () => T) {
  return expect.poll(read, { timeout: 15_000 })
}
