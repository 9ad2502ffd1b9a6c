import type { Sql } from '@parley/db/database'
import { refreshPerson } from '@parley/db/queries/people'
import { LRUCache } from 'lru-cache'
import type { Identity } from '../tokens/identity.ts'

/**
 * Creates or refreshes the person that a token tells of, at first sight and whenever the
 * token tells something new.
 */
export function createMeeting(sql: Sql) {
  const met = new LRUCache<string, Promise<void>>({ max: 20_000, ttl: 10 * 60_000 })

  return function meet(identity: Identity): Promise<void> {
    const { userId, name, role, picture, business } = identity
    const told = JSON.stringify([userId, name, role, picture, business])
    const known = met.get(told)
    if (known) return known
    const meeting = refreshPerson(sql, identity)
    met.set(told, meeting)
    meeting.catch(() => met.delete(told))
    return meeting
  }
}
