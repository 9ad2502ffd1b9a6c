/** A browser of one person with several tabs: a store they share, roles, and a channel. */
import type { Clock } from '../clock.ts'
import type { Store } from '../keep/store.ts'
import type { Role, Tabs } from '../keep/tabs.ts'
import { memoryStore } from './memoryStore.ts'

export interface Tab {
  store: Store
  tabs: Tabs
  crash(): void
}

interface Wish {
  tab: object
  change: (isMine: boolean) => void
}

export function createBrowser(clock: Clock) {
  const store = memoryStore()
  const listeners = new Map<object, (message: unknown) => void>()
  const roles = new Map<Role, { holder: Wish | undefined; waiting: Wish[] }>()

  function roleOf(role: Role) {
    const known = roles.get(role) ?? { holder: undefined, waiting: [] }
    roles.set(role, known)
    return known
  }

  function give(role: Role): void {
    const place = roleOf(role)
    if (place.holder) return
    place.holder = place.waiting.shift()
    place.holder?.change(true)
  }

  /** With the store of the browser, until it closes or crashes: then nothing of it counts any more. */
  function openTab(): Tab {
    const tab = {}
    let isGone = false
    const never = new Promise<never>(() => {})
    const close = () => {
      listeners.delete(tab)
      for (const [role, place] of roles) {
        place.waiting = place.waiting.filter(one => one.tab !== tab)
        if (place.holder?.tab === tab) place.holder = undefined
        give(role)
      }
    }
    return {
      crash() {
        isGone = true
        close()
      },
      store: {
        ...store,
        read: () => (isGone ? never : store.read()),
        write: writing => (isGone ? never : store.write(writing)),
        note(clientId, row) {
          if (!isGone) store.note(clientId, row)
        },
      },
      tabs: {
        want(role, change) {
          const wish = { tab, change }
          roleOf(role).waiting.push(wish)
          clock.after(0, () => give(role))
          return () => {
            clock.after(0, () => {
              if (isGone) return
              const place = roleOf(role)
              const before = place.holder
              if (before === wish || !place.waiting.includes(wish)) return
              place.waiting = place.waiting.filter(one => one !== wish)
              place.holder = wish
              if (before) {
                place.waiting.push(before)
                before.change(false)
              }
              wish.change(true)
            })
          }
        },
        tell(message) {
          if (isGone) return
          const copy = structuredClone(message)
          for (const [other, listener] of listeners)
            if (other !== tab) clock.after(1, () => listeners.has(other) && listener(copy))
        },
        listen(listener) {
          listeners.set(tab, listener)
        },
        close,
      },
    }
  }

  return { store, openTab }
}
