import type { Sql } from '@parley/db/database'
import { type Claims, refreshPeople, refreshPerson } from '@parley/db/queries/people'
import { LRUCache } from 'lru-cache'
import { gather } from '../gather.ts'
import type { Identity } from '../tokens/identity.ts'

/**
 * Creates or refreshes the person that a token tells of, at first sight and whenever the
 * token tells something new.
 *
 * @param onError told of a common write that failed; its people are then written one by one
 */
export function createMeeting(sql: Sql, onError: (error: unknown) => void) {
  const met = new LRUCache<string, Promise<void>>({ max: 20_000, ttl: 10 * 60_000 })
  const refresh = gather<Claims, true>({
    together: async claims => {
      await refreshPeople(sql, claims)
      return claims.map(() => true)
    },
    alone: async claims => {
      await refreshPerson(sql, claims)
      return true
    },
    onFailed: onError,
    laneOf: ({ userId }) => userId,
  })

  return function meet(identity: Identity): Promise<void> {
    const { userId, name, role, picture, business } = identity
    const told = JSON.stringify([userId, name, role, picture, business])
    const known = met.get(told)
    if (known) return known
    const meeting = refresh(identity).then(() => {})
    met.set(told, meeting)
    meeting.catch(() => met.delete(told))
    return meeting
  }
}
