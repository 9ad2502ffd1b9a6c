/**
 * A link that carries each call over the way that stands at the time: calls wait for one,
 * subscriptions move along.
 */
import { observable } from '@trpc/server/observable'
import type { ApiLink } from './api.ts'
import type { Way } from './way.ts'

export function followingLink(present: () => Way) {
  /** What waits for a way, or moves when it changes. */
  const followers = new Set<() => void>()
  let isUp = false

  const link: ApiLink = runtime => {
    const made = new Map<Way, ReturnType<ApiLink>>()

    function linkOf(way: Way): ReturnType<ApiLink> {
      const known = made.get(way) ?? way.link(runtime)
      made.set(way, known)
      return known
    }

    return ({ op, next }) =>
      observable(observer => {
        let taken: Way | undefined
        let stop = () => {}
        const follow = () => {
          const way = present()
          if (!isUp || taken === way) return
          if (op.type !== 'subscription') followers.delete(follow)
          stop()
          taken = way
          const running = linkOf(way)({ op, next }).subscribe(observer)
          stop = () => running.unsubscribe()
        }
        followers.add(follow)
        follow()
        return () => {
          followers.delete(follow)
          stop()
        }
      })
  }

  return {
    link,
    /** Something can go over the present way. */
    moved(): void {
      isUp = true
      for (const follow of [...followers]) follow()
    },
    /** Nothing can, until further notice. */
    lost(): void {
      isUp = false
    },
  }
}
