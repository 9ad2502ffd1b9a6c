/**
 * The one verifier for every token. The `iss` claim only chooses whose key must have signed;
 * key, algorithms, issuer and audience are pinned per issuer, and nothing that stands in a
 * token's header changes them.
 */
import { createSecretKey } from 'node:crypto'
import {
  decodeJwt,
  errors,
  type JWTClaimVerificationOptions,
  type JWTPayload,
  jwtVerify,
} from 'jose'
import { LRUCache } from 'lru-cache'
import type * as z from 'zod/mini'
import { Refusal } from '../refusal.ts'
import { hmacClaims } from './hmac.ts'
import { remoteKeys } from './hostKeys.ts'
import { type Identity, identityFromClaims } from './identity.ts'
import { OUR_AUDIENCE, OUR_ISSUER, tokenKey } from './ourKey.ts'

const MAX_TOKEN_CHARACTERS = 8 * 1024
const CLOCK_TOLERANCE_SECONDS = 5
/** A host token that says it lives longer counts as living this long from now. */
const HOST_LIFETIME_MS = 24 * 60 * 60_000
const OUR_SUBJECT = /^usr_/
const PUBLIC_KEY_ALGORITHMS = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
]

/** How the host product signs: a shared HS256 secret of at least 32 bytes, or published keys. */
export type HostTrust = { issuer: string; audience: string } & (
  | { secret: string }
  | { jwksUrl: string }
)

type Trust = {
  issuer: string
  audience: string
  /** The claims of a token that is signed and as expected. @throws JOSEError */
  claimsOf: (
    token: string,
    expected: JWTClaimVerificationOptions,
  ) => JWTPayload | Promise<JWTPayload>
  /** Whether that takes so long that it is remembered. */
  isDear: boolean
  accept: (identity: Identity, now: number) => Identity
}

export type Verifier = (token: string) => Promise<Identity>

export function createVerifier(options: {
  secret: string
  host?: HostTrust | undefined
  now?: () => number
}): Verifier {
  const { host, now = Date.now } = options
  const trusted = [ours(options.secret), ...(host ? [hosts(host)] : [])]
  // WebCrypto takes up to 170 µs, a third of a call over HTTP that brings its token along.
  const verified = new LRUCache<string, Identity>({
    maxSize: 4 * 1024 * 1024,
    sizeCalculation: (_, token) => token.length,
    ttl: 30_000, // so that a key withdrawn by the host stops working
  })

  return async function verify(token) {
    // Before any work: a stranger decides how long this is.
    if (token.length > MAX_TOKEN_CHARACTERS) throw unauthenticated('The token is too long.')
    const known = verified.get(token)
    if (known && known.expiresAt > now()) return known
    return await verifyAnew(token)
  }

  async function verifyAnew(token: string): Promise<Identity> {
    const issuer = readIssuer(token)
    const trust = trusted.find(each => each.issuer === issuer)
    if (!trust) throw unauthenticated('The token is from an unknown issuer.')
    const at = now()
    const claims = await checkSignature(token, trust, at)
    const parsed = identityFromClaims.safeParse(claims)
    if (!parsed.success) throw unauthenticated(`The token's ${problemOf(parsed.error)}.`)
    const identity = trust.accept(parsed.data, at)
    if (trust.isDear) verified.set(token, identity)
    return identity
  }
}

function ours(secret: string): Trust {
  return {
    issuer: OUR_ISSUER,
    audience: OUR_AUDIENCE,
    claimsOf: hmacClaims(tokenKey(secret)),
    isDear: false,
    accept(identity) {
      if (!OUR_SUBJECT.test(identity.userId) || !identity.sessionId) {
        throw unauthenticated('The token is not one of ours.')
      }
      return identity
    },
  }
}

function hosts(host: HostTrust): Trust {
  if (host.issuer === OUR_ISSUER) {
    throw new Error(`HOST_JWT_ISSUER must not be "${OUR_ISSUER}": that is who signs our own tokens`)
  }
  return {
    issuer: host.issuer,
    audience: host.audience,
    ...hostKeys(host),
    accept(identity, now) {
      if (OUR_SUBJECT.test(identity.userId)) {
        throw unauthenticated('A host token may not name a subject that begins with "usr_".')
      }
      // A host's `sid` is not a session of ours and must not be looked up as one.
      const { sessionId: _theirs, expiresAt, ...person } = identity
      return {
        sessionId: undefined,
        expiresAt: Math.min(expiresAt, now + HOST_LIFETIME_MS),
        ...person,
      }
    },
  }
}

function hostKeys(host: HostTrust): Pick<Trust, 'claimsOf' | 'isDear'> {
  if ('jwksUrl' in host) {
    const keys = remoteKeys(new URL(host.jwksUrl))
    const algorithms = PUBLIC_KEY_ALGORITHMS
    return {
      claimsOf: async (token, expected) =>
        (await jwtVerify(token, keys, { ...expected, algorithms })).payload,
      isDear: true,
    }
  }
  if (Buffer.byteLength(host.secret) < 32) {
    throw new Error('HOST_JWT_SECRET must have at least 32 bytes')
  }
  return { claimsOf: hmacClaims(createSecretKey(Buffer.from(host.secret))), isDear: false }
}

function readIssuer(token: string): unknown {
  try {
    return decodeJwt(token).iss
  } catch {
    throw unauthenticated('This is not a token.')
  }
}

async function checkSignature(token: string, trust: Trust, now: number) {
  try {
    return await trust.claimsOf(token, {
      issuer: trust.issuer,
      audience: trust.audience,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: new Date(now),
    })
  } catch (error) {
    throw refusalFor(error)
  }
}

/** What is the token's fault is `UNAUTHENTICATED`; keys that cannot be fetched are not. */
function refusalFor(error: unknown): Refusal {
  if (error instanceof errors.JWTExpired) return unauthenticated('The token has expired.')
  const faultOfKeys =
    !(error instanceof errors.JOSEError) ||
    error.code === errors.JOSEError.code ||
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid
  return faultOfKeys
    ? new Refusal('UNAVAILABLE', 'The keys that tokens are checked with cannot be fetched now.')
    : unauthenticated('The token is not valid.')
}

function unauthenticated(message: string): Refusal {
  return new Refusal('UNAUTHENTICATED', message)
}

/** The first claim at fault and what is wrong with it. */
function problemOf({ issues: [issue] }: z.core.$ZodError): string {
  return issue ? `${issue.path.join('.')} ${issue.message}` : 'claims are not right'
}
