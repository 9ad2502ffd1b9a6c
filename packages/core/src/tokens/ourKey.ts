import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'

/** Our tokens say so in `iss`; nobody else's may. */
export const OUR_ISSUER = 'parley'
export const OUR_AUDIENCE = 'parley'

/**
 * A key of its own for every use of AUTH_SECRET, so that what is signed for one use means
 * nothing to another.
 */
export function deriveKey(secret: string, use: string): Buffer {
  if (Buffer.byteLength(secret) < 32) throw new Error('AUTH_SECRET must have at least 32 bytes')
  return Buffer.from(hkdfSync('sha256', secret, 'parley', use, 32))
}

export function tokenKey(secret: string): KeyObject {
  return createSecretKey(deriveKey(secret, 'tokens'))
}
