import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'
import {
  base64url,
  decodeProtectedHeader,
  errors,
  type JWTClaimVerificationOptions,
  type JWTPayload,
  UnsecuredJWT,
} from 'jose'

/**
 * Checks tokens that were signed with a secret. jose would have WebCrypto compute each signature,
 * which wakes a thread and answers in another turn: 53 µs of processor for a token, and 7 without.
 * So that alone is done here, with a key that is prepared once; jose reads the token and checks
 * its claims.
 *
 * @throws JOSEError
 */
export function hmacClaims(key: KeyObject) {
  return (token: string, expected: JWTClaimVerificationOptions): JWTPayload => {
    const [header = '', payload = '', signature = '', ...more] = token.split('.')
    mustBeHs256(token)
    const right = createHmac('sha256', key).update(`${header}.${payload}`).digest('base64url')
    if (more.length > 0 || !isSame(signature, right))
      throw new errors.JWSSignatureVerificationFailed()
    return UnsecuredJWT.decode(`${unsecured}.${payload}.`, expected).payload
  }
}

/** The claims alone, for whoever has seen that they are signed. */
const unsecured = base64url.encode('{"alg":"none"}')

function mustBeHs256(token: string): void {
  const { alg, crit } = headerOf(token)
  if (alg !== 'HS256') throw new errors.JOSEAlgNotAllowed()
  // No extension is known here, and a critical one may not be passed over.
  if (crit !== undefined) throw new errors.JOSENotSupported()
}

function headerOf(token: string) {
  try {
    return decodeProtectedHeader(token)
  } catch {
    throw new errors.JWSInvalid()
  }
}

/** As text: so a signature has one form only. Takes as long wherever the two differ. */
function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
