import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { exportJWK, jwtVerify, SignJWT } from 'jose'
import { afterEach, describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { createIssuer } from './issue.ts'
import { tokenKey } from './ourKey.ts'
import { createVerifier, type HostTrust } from './verify.ts'

const secret = 'our own secret, thirty-two bytes and more'
const hostSecret = 'the secret of the host, 32 bytes and more'
const host: HostTrust = { issuer: 'host', audience: 'parley', secret: hostSecret }
const hour = 60 * 60_000

const issue = createIssuer({ secret })
const carla = {
  userId: 'usr_carla',
  name: 'Carla Ruiz',
  role: 'customer',
  picture: undefined,
  sessionId: 'ses_1',
} as const

type Claims = Record<string, unknown>

/** Signs anything whatever, as an attacker or a careless host would. */
function forge(claims: Claims, key: string | Buffer, header: Claims = { alg: 'HS256' }): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part(header)}.${part(claims)}`
  const hash = header.alg === 'HS512' ? 'sha512' : 'sha256'
  return `${signed}.${createHmac(hash, key).update(signed).digest('base64url')}`
}

/** 32 bytes are 43 characters, of which the last one has two bits more than there is to say. */
function otherLastBits(signature: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const other = alphabet[alphabet.indexOf(signature.at(-1) ?? '') ^ 1] ?? ''
  return signature.slice(0, -1) + other
}

function seconds(fromNowMs: number): number {
  return Math.floor((Date.now() + fromNowMs) / 1000)
}

function hostClaims(more: Claims = {}): Claims {
  return {
    iss: 'host',
    aud: 'parley',
    sub: 'u-17',
    name: 'Hana',
    role: 'contractor',
    exp: seconds(hour),
    ...more,
  }
}

async function reasonFor(verifying: Promise<unknown>): Promise<string> {
  const error = await verifying.then(
    value => expect.fail(`accepted: ${JSON.stringify(value)}`),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Refusal)) throw error
  return error.reason
}

const verify = createVerifier({ secret, host })

describe('our own tokens', () => {
  test('say who is calling, in which session, and until when', async () => {
    const { token, expiresAt } = await issue({ ...carla, picture: '/people/carla.webp' })
    expect(await verify(token)).toEqual({
      ...carla,
      picture: '/people/carla.webp',
      business: undefined,
      expiresAt,
    })
    expect(expiresAt - Date.now()).toBeGreaterThan(9 * 60_000)
    expect(expiresAt - Date.now()).toBeLessThanOrEqual(10 * 60_000)
  })

  test('end at their expiry, also when they were verified before', async () => {
    let now = Date.now()
    const verifyLater = createVerifier({ secret, now: () => now })
    const { token } = await issue(carla)
    await verifyLater(token)
    now += 10 * 60_000 + 6_000
    expect(await reasonFor(verifyLater(token))).toBe('UNAUTHENTICATED')
  })

  test('are refused when another secret signed them', async () => {
    const { token } = await createIssuer({ secret: `another ${secret}` })(carla)
    expect(await reasonFor(verify(token))).toBe('UNAUTHENTICATED')
  })

  test('are refused when the secret itself signed them, not the key derived from it', async () => {
    const claims = { ...hostClaims({ iss: 'parley', sub: 'usr_carla', sid: 'ses_1' }) }
    expect(await reasonFor(verify(forge(claims, secret)))).toBe('UNAUTHENTICATED')
  })

  test.each([
    ['a subject of the host', { sub: 'u-17' }],
    ['no session', { sid: undefined }],
    ['another audience', { aud: 'elsewhere' }],
    ['no expiry', { exp: undefined }],
  ])('are refused with %s', async (_, change) => {
    const claims = hostClaims({ iss: 'parley', sub: 'usr_carla', sid: 'ses_1' })
    const key = tokenKey(secret).export()
    await verify(forge(claims, key))
    expect(await reasonFor(verify(forge({ ...claims, ...change }, key)))).toBe('UNAUTHENTICATED')
  })
})

describe("the host's tokens, signed with a secret", () => {
  test('carry its people', async () => {
    const token = forge(
      hostClaims({ business: 'acme', picture: 'https://host/hana.png' }),
      hostSecret,
    )
    expect(await verify(token)).toMatchObject({
      userId: 'u-17',
      name: 'Hana',
      role: 'contractor',
      business: 'acme',
      picture: 'https://host/hana.png',
    })
  })

  test('never name a person of ours', async () => {
    for (const sub of ['usr_carla', 'usr_']) {
      const token = forge(hostClaims({ sub, sid: 'ses_1' }), hostSecret)
      expect(await reasonFor(verify(token))).toBe('UNAUTHENTICATED')
    }
  })

  test('never name a session of ours', async () => {
    const identity = await verify(forge(hostClaims({ sid: 'ses_1' }), hostSecret))
    expect(identity.sessionId).toBeUndefined()
  })

  test('count for 24 hours at most', async () => {
    for (const exp of [seconds(1000 * hour), 1e300]) {
      const { expiresAt } = await verify(forge(hostClaims({ exp }), hostSecret))
      expect(Math.abs(expiresAt - Date.now() - 24 * hour)).toBeLessThan(5_000)
    }
  })

  test('may be a few seconds late or early, as clocks are', async () => {
    await verify(forge(hostClaims({ exp: seconds(-3_000), nbf: seconds(3_000) }), hostSecret))
  })

  test.each<[string, Claims]>([
    ['an unknown issuer', { iss: 'somebody' }],
    ['no issuer', { iss: undefined }],
    ['a list of issuers', { iss: ['parley', 'host'] }],
    ['another audience', { aud: 'another-product' }],
    ['no audience', { aud: undefined }],
    ['a past expiry', { exp: seconds(-hour) }],
    ['no expiry', { exp: undefined }],
    ['an expiry in words', { exp: 'tomorrow' }],
    ['a start in the future', { nbf: seconds(hour) }],
    ['no subject', { sub: undefined }],
    ['an empty subject', { sub: '' }],
    ['a subject of 65 characters', { sub: 'u'.repeat(65) }],
    ['a number as subject', { sub: 17 }],
    ['NUL in its subject', { sub: 'u\0' }],
    ['a line break in its subject', { sub: 'u\n17' }],
    ['no name', { name: undefined }],
    ['an empty name', { name: ' \u200b\u202e ' }],
    ['an invisible name', { name: '\u200d\u200d' }],
    ['NUL in its name', { name: 'Ha\0na' }],
    ['half a character in its name', { name: 'Hana \ud83d' }],
    ['a role of its own making', { role: 'owner' }],
    ['several roles', { role: ['customer', 'admin'] }],
    ['no role', { role: undefined }],
    ['a business of 65 characters', { business: 'b'.repeat(65) }],
  ])('are refused with %s', async (_, change) => {
    const token = forge(hostClaims(change), hostSecret)
    expect(await reasonFor(verify(token))).toBe('UNAUTHENTICATED')
  })

  test('have a name that is too long cut, since nobody is locked out over it', async () => {
    const token = forge(hostClaims({ name: '😀'.repeat(81) }), hostSecret)
    expect((await verify(token)).name).toBe('😀'.repeat(80))
  })

  test('lose what would disturb in a name', async () => {
    const name = '\u202eHana\tmaria\r\n \u200bO\u2019Neill 👩\u200d🔧 '
    const identity = await verify(forge(hostClaims({ name }), hostSecret))
    expect(identity.name).toBe('Hana maria O\u2019Neill 👩\u200d🔧')
  })

  test.each([
    'http://host/x.png',
    'javascript:alert(1)',
    'data:image/svg+xml,<svg/>',
    '//elsewhere/x.png',
    '/\\elsewhere/x.png',
    'https://',
    `https://host/${'x'.repeat(500)}`,
    17,
    null,
  ])('lose a picture that cannot be shown: %s', async picture => {
    const identity = await verify(forge(hostClaims({ picture }), hostSecret))
    expect(identity).toMatchObject({ userId: 'u-17', picture: undefined })
  })

  test.each<[string, Claims]>([
    ['alg none', { alg: 'none' }],
    ['alg None', { alg: 'None' }],
    ['no alg', {}],
    ['a longer HMAC', { alg: 'HS512' }],
    ['an unknown critical extension', { alg: 'HS256', crit: ['x'], x: 1 }],
    ['an unencoded payload', { alg: 'HS256', crit: ['b64'], b64: false }],
  ])('are refused with %s in the header', async (_, header) => {
    expect(await reasonFor(verify(forge(hostClaims(), hostSecret, header)))).toBe('UNAUTHENTICATED')
    const unsigned = forge(hostClaims(), hostSecret, header).replace(/[^.]*$/, '')
    expect(await reasonFor(verify(unsigned))).toBe('UNAUTHENTICATED')
  })

  test.each<[string, Claims]>([
    ['kid', { kid: '/dev/null' }],
    ['kid with SQL', { kid: "x' UNION SELECT 'key" }],
    ['jku', { jku: 'http://attacker.example/jwks.json' }],
    ['x5u', { x5u: 'http://attacker.example/cert.pem' }],
    ['jwk', { jwk: { kty: 'oct', k: Buffer.from('attacker').toString('base64url') } }],
  ])('take no key from the header: %s', async (_, header) => {
    const full = { alg: 'HS256', ...header }
    await verify(forge(hostClaims(), hostSecret, full))
    for (const key of ['attacker', '', '\0']) {
      expect(await reasonFor(verify(forge(hostClaims(), key, full)))).toBe('UNAUTHENTICATED')
    }
  })

  test('are refused in any form in which another implementation refuses them', async () => {
    const pinned = { algorithms: ['HS256'], issuer: 'host', audience: 'parley' }
    const good = forge(hostClaims(), hostSecret, { alg: 'HS256', typ: 'JWT' })
    const place = fc.nat(good.length - 1)
    const character = fc.constantFrom(...'.=-_+/ AZaz09{}é\n', '')
    await fc.assert(
      fc.asyncProperty(place, fc.nat(2), character, async (from, cut, put) => {
        const token = good.slice(0, from) + put + good.slice(from + cut)
        const accepted = await verify(token).then(
          () => true,
          () => false,
        )
        if (!accepted) expect(token).not.toBe(good)
        else await jwtVerify(token, Buffer.from(hostSecret), pinned)
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['with = at its end', (signature: string) => `${signature}=`],
    ['in the alphabet of base64', (signature: string) => `${signature.slice(0, -1)}/`],
    ['with bits that nobody reads', (signature: string) => otherLastBits(signature)],
    ['cut short', (signature: string) => signature.slice(0, 20)],
    ['followed by a part more', (signature: string) => `${signature}.x`],
    ['left out', () => ''],
  ])('are refused with a signature %s', async (_, change) => {
    const token = forge(hostClaims(), hostSecret)
    const at = token.lastIndexOf('.') + 1
    const changed = token.slice(0, at) + change(token.slice(at))
    expect(await reasonFor(verify(changed))).toBe('UNAUTHENTICATED')
  })

  test('are not accepted as ours, nor ours as theirs', async () => {
    const ourClaims = hostClaims({ iss: 'parley', sub: 'usr_carla', sid: 'ses_1' })
    expect(await reasonFor(verify(forge(ourClaims, hostSecret)))).toBe('UNAUTHENTICATED')
    const ourKey = tokenKey(secret).export()
    expect(await reasonFor(verify(forge(hostClaims(), ourKey)))).toBe('UNAUTHENTICATED')
  })

  test('are refused where no host is trusted', async () => {
    const onlyOurs = createVerifier({ secret })
    expect(await reasonFor(onlyOurs(forge(hostClaims(), hostSecret)))).toBe('UNAUTHENTICATED')
  })
})

test.each([
  ['nothing', ''],
  ['words', 'let me in'],
  ['dots', '..'],
  ['four parts', 'a.b.c.d'],
  ['no JSON', 'e30.bm8.'],
  ['no JSON in the header', forge(hostClaims(), hostSecret).replace(/^[^.]*/, 'bm8')],
  ['nothing in the header', forge(hostClaims(), hostSecret).replace(/^[^.]*/, '')],
  ['a list', `e30.${Buffer.from('[]').toString('base64url')}.x`],
  ['megabytes', 'e'.repeat(5_000_000)],
])('%s is not a token', async (_, token) => {
  expect(await reasonFor(verify(token))).toBe('UNAUTHENTICATED')
})

test('a token longer than 8 KiB is refused although its signature is good', async () => {
  const token = forge(hostClaims({ more: 'x'.repeat(8 * 1024) }), hostSecret)
  expect(await reasonFor(verify(token))).toBe('UNAUTHENTICATED')
})

test('weak secrets and a host with our name stop the start', () => {
  expect(() => createVerifier({ secret: 'short' })).toThrow(/AUTH_SECRET.*32 bytes/)
  expect(() => createVerifier({ secret, host: { ...host, secret: 'short' } })).toThrow(
    /HOST_JWT_SECRET.*32 bytes/,
  )
  expect(() => createVerifier({ secret, host: { ...host, issuer: 'parley' } })).toThrow(
    /HOST_JWT_ISSUER/,
  )
})

describe("the host's tokens, signed with published keys", () => {
  const stops: (() => void)[] = []
  afterEach(() => {
    for (const stop of stops.splice(0)) stop()
  })

  const rsa = rsaPair()
  const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' })

  /** A real key server; `answer` may be changed while it runs. */
  async function keyServer(first = rsa) {
    const keys: unknown[] = [
      { ...(await exportJWK(first.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' },
      { ...(await exportJWK(elliptic.publicKey)), kid: 'two', alg: 'ES256', use: 'sig' },
    ]
    const state = { status: 200, body: JSON.stringify({ keys }), asked: 0, silent: false }
    const server = createServer((_, response) => {
      state.asked += 1
      if (!state.silent) response.writeHead(state.status).end(state.body)
    })
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    const stop = () => {
      server.closeAllConnections()
      server.close()
    }
    stops.push(stop)
    const { port } = server.address() as AddressInfo
    const jwksUrl = `http://127.0.0.1:${port}/jwks.json`
    const verifyHost = createVerifier({
      secret,
      host: { issuer: 'host', audience: 'parley', jwksUrl },
    })
    return { state, stop, url: jwksUrl, verify: verifyHost }
  }

  function sign(header: Claims & { alg: string }, key = rsa.privateKey, claims = hostClaims()) {
    return new SignJWT(claims).setProtectedHeader(header).sign(key)
  }

  test('are checked with the key that their kid names', async () => {
    const { verify } = await keyServer()
    const token = await sign({ alg: 'RS256', kid: 'one' })
    expect(await verify(token)).toMatchObject({ userId: 'u-17', role: 'contractor' })
    const other = await sign({ alg: 'ES256', kid: 'two' }, elliptic.privateKey)
    expect(await verify(other)).toMatchObject({ userId: 'u-17' })
  })

  test('end at their expiry, also when they were verified before', async () => {
    const { url } = await keyServer()
    let now = Date.now()
    const trust = { issuer: 'host', audience: 'parley', jwksUrl: url }
    const verifyLater = createVerifier({ secret, host: trust, now: () => now })
    const token = await sign({ alg: 'RS256', kid: 'one' })
    expect(await verifyLater(token)).toBe(await verifyLater(token))
    now += hour + 6_000
    expect(await reasonFor(verifyLater(token))).toBe('UNAUTHENTICATED')
  })

  test('are refused when the public key was taken for a shared secret', async () => {
    const { verify } = await keyServer()
    const pem = rsa.publicKey.export({ type: 'spki', format: 'pem' })
    const der = rsa.publicKey.export({ type: 'spki', format: 'der' })
    const jwk = JSON.stringify(await exportJWK(rsa.publicKey))
    for (const key of [pem, der, jwk]) {
      for (const kid of ['one', undefined]) {
        const token = forge(hostClaims(), key, { alg: 'HS256', kid })
        expect(await reasonFor(verify(token))).toBe('UNAUTHENTICATED')
      }
    }
  })

  test('are refused with alg none', async () => {
    const { verify } = await keyServer()
    const unsigned = forge(hostClaims(), 'x', { alg: 'none', kid: 'one' }).replace(/[^.]*$/, '')
    expect(await reasonFor(verify(unsigned))).toBe('UNAUTHENTICATED')
  })

  test('are refused when they bring or point to a key of their own', async () => {
    const { verify } = await keyServer()
    const attacker = rsaPair()
    const attackers = await keyServer(attacker)
    const jwk = await exportJWK(attacker.publicKey)
    for (const trick of [{ jwk }, { jku: attackers.url }, { x5u: attackers.url }]) {
      const token = await sign({ alg: 'RS256', kid: 'one', ...trick }, attacker.privateKey)
      expect(await reasonFor(verify(token))).toBe('UNAUTHENTICATED')
    }
    expect(attackers.state.asked).toBe(0)
  })

  test('are refused with an unknown kid, which asks the host again only once in a while', async () => {
    const { verify, state } = await keyServer()
    for (let each = 0; each < 20; each += 1) {
      const token = await sign({ alg: 'RS256', kid: `guess-${each}` })
      expect(await reasonFor(verify(token))).toBe('UNAUTHENTICATED')
    }
    expect(state.asked).toBe(1)
  })

  test('are refused when they name a person of ours', async () => {
    const { verify } = await keyServer()
    const claims = hostClaims({ sub: 'usr_carla' })
    const token = await sign({ alg: 'RS256', kid: 'one' }, rsa.privateKey, claims)
    expect(await reasonFor(verify(token))).toBe('UNAUTHENTICATED')
  })

  test.each([
    ['away', (server: Server) => server.stop()],
    ['answering 500', ({ state }: Server) => Object.assign(state, { status: 500 })],
    ['answering something else', ({ state }: Server) => Object.assign(state, { body: '<html>' })],
    ['answering no keys', ({ state }: Server) => Object.assign(state, { body: '{"keys":7}' })],
    ['silent', ({ state }: Server) => Object.assign(state, { silent: true })],
  ])('wait while the host is %s, and the keys known before still serve', async (_, breaking) => {
    const known = await keyServer()
    const token = await sign({ alg: 'RS256', kid: 'one' })
    await known.verify(token)
    breaking(known)
    await known.verify(await sign({ alg: 'RS256', kid: 'one', typ: 'JWT' }))

    const unknown = await keyServer()
    breaking(unknown)
    expect(await reasonFor(unknown.verify(token))).toBe('UNAVAILABLE')
  })

  type Server = Awaited<ReturnType<typeof keyServer>>
})

/**
 * Keys made anew from their text. Node 20 waits for itself for ever when what has generated an
 * RSA key is collected at the very moment at which the key is exported as a JWK.
 */
function rsaPair() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return { publicKey: createPublicKey(publicKey), privateKey: createPrivateKey(privateKey) }
}
