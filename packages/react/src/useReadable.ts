import type { Readable } from '@parley/client/readable'
import { useSyncExternalStore } from 'react'

/** The present value, and a new rendering when it changes. */
export function useReadable<T>(readable: Readable<T>): T {
  return useSyncExternalStore(readable.subscribe, readable.get, readable.get)
}
