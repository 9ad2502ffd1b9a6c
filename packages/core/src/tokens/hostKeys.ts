/**
 * The keys that a host product publishes. They are fetched when first needed, kept, and
 * refreshed behind the scenes while in use, so the host's server may be away for a while
 * without signing anybody out. A header's `kid` chooses among these keys and nothing else.
 */
import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose'

const REFRESH_AFTER_MS = 5 * 60_000
const KEEP_AT_MOST_MS = 60 * 60_000

export function remoteKeys(url: URL): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(url, {
    timeoutDuration: 3_000,
    cooldownDuration: 30_000, // an unknown `kid` makes us ask again, but no more often
    cacheMaxAge: KEEP_AT_MOST_MS,
  })
  let refreshAt = Date.now() + REFRESH_AFTER_MS
  return async (header, token) => {
    if (Date.now() >= refreshAt && keys.fresh && !keys.reloading) {
      refreshAt = Date.now() + REFRESH_AFTER_MS
      keys.reload().catch(() => {}) // the old keys serve until it works
    }
    return await keys(header, token)
  }
}
