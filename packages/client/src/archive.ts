/**
 * What was archived: a list of its own, read when somebody first looks for it, from then on kept
 * as the other one is.
 */
import type { Clock } from './clock.ts'
import type { List } from './list.ts'
import type { Readable } from './readable.ts'

interface Options {
  clock: Pick<Clock, 'after'>
  list: List
  /** Rises when everything was forgotten. */
  generation: () => number
  /** The feed has begun, so that nothing falls between it and what is read. */
  mayBegin: () => boolean
}

/** While a broadcast goes out something is left each second, seldom of the archive. */
const restMs = 10_000

export function createArchive({ clock, list, generation, mayBegin }: Options) {
  let isWanted = false
  let begunIn: number | undefined
  let isResting = false
  let isDue = false

  const isBegun = () => begunIn === generation()

  /** Reads it, if it is wanted, may be read and was not yet. */
  function begin(): void {
    if (!isWanted || isBegun() || !mayBegin()) return
    begunIn = generation()
    list.begin()
  }

  async function read(): Promise<void> {
    const page = isBegun() ? await list.readFirst() : undefined
    if (page) list.leaveBelow(page)
  }

  /** Something above its end may not be held. Read at once, and then seldom. */
  function readAgain(): void {
    isDue = isResting
    if (isResting) return
    isResting = true
    clock.after(restMs, () => {
      isResting = false
      if (isDue) readAgain()
    })
    void read()
  }

  return {
    list,
    begin,
    readAgain,
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
