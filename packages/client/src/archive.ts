/**
 * What was archived: a list of its own, read when somebody first looks for it, from then on kept
 * as the other one is.
 */
import type { List } from './list.ts'
import type { Readable } from './readable.ts'

interface Options {
  list: List
  /** Rises when everything was forgotten. */
  generation: () => number
  /** The feed has begun, so that nothing falls between it and what is read. */
  mayBegin: () => boolean
}

export function createArchive({ list, generation, mayBegin }: Options) {
  let isWanted = false
  let begunIn: number | undefined

  const isBegun = () => begunIn === generation()

  /** Reads it, if it is wanted, may be read and was not yet. */
  function begin(): void {
    if (!isWanted || isBegun() || !mayBegin()) return
    begunIn = generation()
    list.begin()
  }

  return {
    list,
    begin,
    /** Something above its end may not be held. */
    async readAgain(): Promise<void> {
      const page = isBegun() ? await list.readFirst() : undefined
      if (page) list.leaveBelow(page)
    },
    /** The same, which begins with its first subscriber. */
    loading<T>({ get, subscribe }: Readable<T>): Readable<T> {
      return {
        get,
        subscribe(listener) {
          isWanted = true
          begin()
          return subscribe(listener)
        },
      }
    },
  }
}
