/** Tabs find each other by a broadcast channel; a role is a lock, which a browser frees with its tab. */
import { roleLock } from './roleLock.ts'
import { alone, type Role, type Tabs } from './tabs.ts'

export function browserTabs(name: string): Tabs {
  if (typeof BroadcastChannel === 'undefined' || !globalThis.navigator?.locks) return alone()
  const channel = new BroadcastChannel(name)
  const releases = new Set<() => void>()
  let closed = false

  function want(role: Role, change: (isMine: boolean) => void): () => void {
    /** The hold that counts, of those that were asked for: an older one may end late. */
    let holding: LockOptions | undefined
    let isTaking = false
    let asking = new AbortController()

    function keep(options: LockOptions): Promise<void> {
      holding = options
      isTaking = false
      change(true)
      return new Promise(release => releases.add(release))
    }

    function ask(options: LockOptions): void {
      navigator.locks
        .request(roleLock(name, role), options, () => (closed ? undefined : keep(options)))
        .catch(error => {
          // Taken away by another tab, or given up for taking it from one.
          if (closed || options.signal?.aborted) return
          isTaking = false
          if (!(error instanceof DOMException && error.name === 'AbortError')) {
            change(true) // no locks here: as if there were no other tab
            return
          }
          if (holding !== options) return
          holding = undefined
          change(false)
          wait()
        })
    }

    function wait(): void {
      asking = new AbortController()
      ask({ signal: asking.signal })
    }

    wait()
    releases.add(() => asking.abort())
    return () => {
      if (holding || isTaking || closed) return
      isTaking = true
      asking.abort()
      ask({ steal: true })
    }
  }

  return {
    want,
    tell: message => channel.postMessage(message),
    listen(listener) {
      channel.addEventListener('message', ({ data }) => listener(data))
    },
    close() {
      closed = true
      for (const release of releases) release()
      channel.close()
    },
  }
}
