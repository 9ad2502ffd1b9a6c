import { SignJWT } from 'jose'
import type { Identity } from './identity.ts'
import { OUR_AUDIENCE, OUR_ISSUER, tokenKey } from './ourKey.ts'

/** Short, because a token cannot be taken back: until then, the session behind it can. */
const LIFETIME_MS = 10 * 60_000

export type Claims = Pick<Identity, 'userId' | 'name' | 'role' | 'picture' | 'sessionId'>

/** Makes our own tokens: `issue(claims)` gives one and the moment, in ms, when it ends. */
export function createIssuer({ secret, now = Date.now }: { secret: string; now?: () => number }) {
  const key = tokenKey(secret)
  return async function issue(claims: Claims): Promise<{ token: string; expiresAt: number }> {
    const issuedAt = Math.floor(now() / 1000)
    const expiresAt = issuedAt + LIFETIME_MS / 1000
    const token = await new SignJWT({
      name: claims.name,
      role: claims.role,
      picture: claims.picture,
      sid: claims.sessionId,
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(OUR_ISSUER)
      .setAudience(OUR_AUDIENCE)
      .setSubject(claims.userId)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(key)
    return { token, expiresAt: expiresAt * 1000 }
  }
}
