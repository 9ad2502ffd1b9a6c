/**
 * Tells the server while nobody is at this page: it is hidden, or nobody has touched it for
 * five minutes. Each page tells of its own connection, and again when it has another one; a
 * person is away when all their pages are.
 */
import type { Clock } from './clock.ts'
import { insist, type Means } from './insist.ts'
import { Refused, Unwanted } from './refused.ts'
import type { Calls } from './transport.ts'

export interface Away {
  /** Somebody sees the page, or touched it. */
  active(): void
  hidden(): void
  /** There is another connection, of which the server knows nothing yet. */
  moved(): void
}

interface Options {
  means: Means
  tell: Calls['setAway']
}

const idleMs = 5 * 60_000
/** A page that is reloaded is hidden for a moment. */
const hiddenMs = 1000

export function createAway({ means, tell }: Options): Away {
  const { clock } = means
  const presence = watchOver(clock, pump)
  let told = false
  let connection = {}
  let isTelling = false

  function pump(): void {
    const away = presence.isAway()
    if (isTelling || away === told) return
    isTelling = true
    const mine = connection
    const isWanted = () => presence.isAway() === away && mine === connection
    insist(means, () => tell({ away }), { isWanted })
      .then(
        () => {
          if (mine === connection) told = away
          return true
        },
        error => {
          if (error instanceof Unwanted) return true
          if (!(error instanceof Refused)) throw error
          return false // asked again with the next change
        },
      )
      .then(again => {
        isTelling = false
        if (again) pump()
      })
  }

  return {
    active: presence.active,
    hidden: presence.hidden,
    moved() {
      connection = {}
      told = false
      pump()
    },
  }
}

/** Whether somebody is at the page. */
function watchOver(clock: Clock, onChanged: () => void) {
  let isAway = false
  let isHidden = false
  let activeAt = clock.now()
  let stop = clock.after(idleMs, look)

  function set(next: boolean): void {
    if (next === isAway) return
    isAway = next
    onChanged()
  }

  function look(): void {
    const idle = clock.now() - activeAt
    stop()
    if (isHidden || idle >= idleMs) set(true)
    else stop = clock.after(Math.min(idleMs, idleMs - idle), look)
  }

  return {
    isAway: () => isAway,
    /** Called with each move of the pointer: it only notes the time, unless one was away. */
    active() {
      activeAt = clock.now()
      if (!isAway && !isHidden) return
      isHidden = false
      set(false)
      look()
    },
    hidden() {
      if (isHidden) return
      isHidden = true
      stop()
      stop = clock.after(hiddenMs, look)
    },
  }
}
