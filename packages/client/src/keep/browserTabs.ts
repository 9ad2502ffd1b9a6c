/** Tabs find each other by a broadcast channel; a role is a lock, which a browser frees with its tab. */
import { roleLock } from './roleLock.ts'
import { alone, type Role, type Tabs } from './tabs.ts'

export function browserTabs(name: string): Tabs {
  if (typeof BroadcastChannel === 'undefined' || !globalThis.navigator?.locks) return alone()
  const channel = new BroadcastChannel(name)
  const releases = new Set<() => void>()
  let closed = false

  function want(role: Role, change: (isMine: boolean) => void): () => void {
    let isMine = false
    let asking = new AbortController()

    function keep(): Promise<void> {
      isMine = true
      change(true)
      return new Promise(release => releases.add(release))
    }

    function ask(options: LockOptions): void {
      navigator.locks
        .request(roleLock(name, role), options, () => (closed ? undefined : keep()))
        .catch(() => {
          // Taken away by another tab, or given up for taking it from one.
          if (closed || options.signal?.aborted) return
          isMine = false
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
      if (isMine || closed) return
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
