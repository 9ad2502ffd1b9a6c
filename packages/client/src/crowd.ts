/**
 * Many conversations that want a reading at once, as when a broadcast makes thousands of them.
 * For all of them the first page of the list is read, at most once a second. What it does not
 * bring has less recent activity than all that it does, so it belongs to a later page and is
 * left to that one: neither calls nor memory grow with the number of conversations.
 */
import { sleep } from './clock.ts'
import type { Means } from './insist.ts'
import type { FirstPage } from './list.ts'

export interface Crowd {
  /** Whether readings are gathered at present. */
  isThere(): boolean
  /**
   * Waits for a page that was asked for after all that is known of this conversation.
   *
   * @returns whether it was left to a later page
   */
  join(id: string): Promise<boolean>
}

interface Options {
  means: Pick<Means, 'clock' | 'random'>
  /** Nothing when it cannot be read. */
  readList: () => Promise<FirstPage | undefined>
  /** Whether a reading is still wanted. */
  isWanted: (id: string) => boolean
  /** What there is of it: another object whenever something came. */
  standing: (id: string) => unknown
  isHeld: (id: string) => boolean
  /** It is looked at, or stands at the top of the list: it is read in any case. */
  isNeeded: (id: string) => boolean
  /** They are left to the pages after this one. */
  leave: (ids: readonly string[], page: FirstPage) => void
}

const paceMs = 1000
/** So many are read by themselves, page or not, before the others are left. */
const readingsMax = 64

interface Waiting {
  id: string
  left: (isLeft: boolean) => void
}

export function createCrowd(options: Options): Crowd {
  const { means, readList, isWanted, standing, isHeld, isNeeded, leave } = options
  let waiting: Waiting[] = []
  let isThere = false

  async function serve(): Promise<void> {
    isThere = true
    for (let readings = 0; waiting.length > 0; ) {
      const round = waiting.map(one => ({ ...one, before: standing(one.id) }))
      waiting = []
      const page = await readList()
      const rest: Waiting[] = []
      for (const { before, ...one } of round) {
        if (!page || !isWanted(one.id) || page.ids.has(one.id)) one.left(false)
        else if (standing(one.id) !== before)
          waiting.push(one) // it may be newer than the page
        else rest.push(one)
      }
      if (page) readings += dispose(rest, page, readingsMax - readings)
      await sleep(means.clock, paceMs * (1 + means.random() / 4))
    }
    isThere = false
  }

  /** @returns how many are read by themselves */
  function dispose(rest: readonly Waiting[], page: FirstPage, most: number): number {
    const [needed, others] = parted(rest, ({ id }) => isNeeded(id))
    // Where the list ends with this page, only what was archived or is gone is not on it.
    const [dispensable, held] = parted(others, ({ id }) => page.end !== undefined || !isHeld(id))
    const areFew = page.end !== undefined && dispensable.length <= most
    const left = areFew ? [] : dispensable
    const ids = left.map(({ id }) => id)
    if (ids.length > 0) leave(ids, page)
    for (const one of left) one.left(true)
    const read = areFew ? dispensable : []
    for (const one of [...needed, ...held, ...read]) one.left(false)
    return read.length
  }

  return {
    isThere: () => isThere,
    join(id) {
      const answer = new Promise<boolean>(left => waiting.push({ id, left }))
      if (!isThere) void serve()
      return answer
    },
  }
}

function parted<T>(all: readonly T[], is: (one: T) => boolean): [T[], T[]] {
  return [all.filter(is), all.filter(one => !is(one))]
}
