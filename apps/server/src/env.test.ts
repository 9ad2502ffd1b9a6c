import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { InvalidEnvironment, readEnv } from './env.ts'
import { keptSecret } from './keptSecret.ts'

const database = 'postgres://parley:pw@db:5432/parley'
const secret = 's'.repeat(32)

describe('defaults', () => {
  test('nothing set: one machine, for oneself, with demo people', () => {
    expect(readEnv({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      dataDir: resolve('.data'),
      authSecret: undefined,
      hostJwtSecret: undefined,
      hostJwksUrl: undefined,
      hostJwtIssuer: 'host',
      hostJwtAudience: 'parley',
      publicUrl: undefined,
      allowedOrigins: [],
      trustedProxies: [],
      openPolicy: 'across',
      demo: true,
      messagesPerMinute: 60,
      bulk: { perMinute: 5, inlineMax: 50, recipientsMax: 10_000 },
      connectionsPerUser: 20,
      connectionsPerAddress: 1000,
      logLevel: 'info',
    })
  })

  test('an empty variable counts as unset', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: ' ', REDIS_URL: '', DEMO: '' })).toEqual(readEnv({}))
  })

  test.each([
    [{ HOST: '127.0.0.1' }, true],
    [{ HOST: '::1' }, true],
    [{ HOST: 'localhost' }, true],
    [{ HOST: '0.0.0.0' }, false],
    [{ HOST: '192.168.1.4' }, false],
    [{ DATABASE_URL: database, AUTH_SECRET: secret }, false],
    [{ HOST: '0.0.0.0', DEMO: '1' }, true],
    [{ DEMO: '0' }, false],
  ])('demo with %j is %s', (given, demo) => {
    expect(readEnv(given).demo).toBe(demo)
  })
})

describe('what is taken', () => {
  test.each([
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: '65535' }, { port: 65_535 }],
    [{ PUBLIC_URL: 'https://Chat.Example.com/' }, { publicUrl: 'https://chat.example.com' }],
    [
      { ALLOWED_ORIGINS: 'https://a.example, http://localhost:3000/ ,' },
      { allowedOrigins: ['https://a.example', 'http://localhost:3000'] },
    ],
    [
      { TRUSTED_PROXIES: '10.0.0.0/8, ::1,loopback' },
      { trustedProxies: ['10.0.0.0/8', '::1', 'loopback'] },
    ],
    [{ OPEN_POLICY: 'related' }, { openPolicy: 'related' }],
    [{ HOST_JWT_SECRET: 'ü'.repeat(16) }, { hostJwtSecret: 'ü'.repeat(16) }],
    [{ HOST_JWKS_URL: 'http://auth:8080/jwks' }, { hostJwksUrl: 'http://auth:8080/jwks' }],
    [{ DATABASE_URL: database, AUTH_SECRET: secret }, { databaseUrl: database }],
    [{ LOG_LEVEL: 'debug' }, { logLevel: 'debug' }],
  ])('%j', (given, expected) => {
    expect(readEnv(given)).toMatchObject(expected)
  })
})

describe('what stops the start, in one sentence', () => {
  test.each([
    ['PORT', { PORT: 'http' }, 'expected a whole number from 0 to 65535'],
    ['PORT', { PORT: '65536' }, 'expected a whole number from 0 to 65535'],
    ['PORT', { PORT: '-1' }, 'expected a whole number from 0 to 65535'],
    ['PORT', { PORT: '4e3' }, 'expected a whole number from 0 to 65535'],
    ['HOST', { HOST: 'http://x' }, 'expected an address of this machine'],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://x', AUTH_SECRET: secret }, 'postgres://'],
    ['DATABASE_URL', { DATABASE_URL: 'db', AUTH_SECRET: secret }, 'postgres://'],
    ['REDIS_URL', { REDIS_URL: 'http://x' }, 'expected an address like redis://'],
    ['REDIS_URL', { REDIS_URL: 'redis://x,y' }, 'expected an address like redis://'],
    ['REDIS_URL', { REDIS_URL: 'redis://x,redis://y/1' }, 'expected an address like redis://'],
    ['AUTH_SECRET', { AUTH_SECRET: 'short' }, 'expected at least 32 random characters'],
    ['AUTH_SECRET', { DATABASE_URL: database }, 'since DATABASE_URL is set'],
    ['HOST_JWT_SECRET', { HOST_JWT_SECRET: 'x'.repeat(31) }, 'expected at least 32 bytes'],
    ['HOST_JWKS_URL', { HOST_JWKS_URL: 'file:///etc/passwd' }, 'expected an address like'],
    [
      'HOST_JWKS_URL',
      { HOST_JWKS_URL: 'https://x/jwks', HOST_JWT_SECRET: secret },
      'expected either this or HOST_JWT_SECRET, not both',
    ],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://x/chat' }, 'without a path'],
    ['PUBLIC_URL', { PUBLIC_URL: 'chat.example.com' }, 'without a path'],
    ['ALLOWED_ORIGINS', { ALLOWED_ORIGINS: '*' }, 'expected addresses like'],
    ['ALLOWED_ORIGINS', { ALLOWED_ORIGINS: 'https://a.example/x' }, 'expected addresses like'],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: 'everyone' }, 'expected addresses or ranges'],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '10.0.0.0/99' }, 'expected addresses or ranges'],
    ['OPEN_POLICY', { OPEN_POLICY: 'all' }, 'expected across, related or anyone'],
    ['DEMO', { DEMO: 'yes' }, 'expected 1 or 0'],
    ['MESSAGES_PER_MINUTE', { MESSAGES_PER_MINUTE: '0' }, 'expected a whole number from 1'],
    ['CONNECTIONS_PER_USER', { CONNECTIONS_PER_USER: '1.5' }, 'expected a whole number from 1'],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }, 'expected fatal, error, warn'],
  ])('%s of %j', (name, given, sentence) => {
    const start = () => readEnv(given)
    expect(start).toThrow(InvalidEnvironment)
    expect(start).toThrow(new RegExp(`^${name}: .*${sentence.replaceAll('.', '\\.')}`))
    expect(start).not.toThrow(/\n/)
  })

  test('several variables: one line each', () => {
    const start = () => readEnv({ PORT: 'x', DEMO: 'x', REDIS_URL: 'x' })
    expect(start).toThrow(/^PORT: .+\nREDIS_URL: .+\nDEMO: .+$/)
  })

  test('a value is never repeated, since it may be a secret', () => {
    const given = { HOST_JWT_SECRET: 'hush-1', AUTH_SECRET: 'hush-2', DATABASE_URL: 'x:hush-3' }
    expect(() => readEnv(given)).not.toThrow(/hush/)
  })
})

describe('the kept secret', () => {
  let dir: string
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'parley-secret-'))
  })
  afterEach(() => rm(dir, { recursive: true }))

  test('is made once, also by several starters, and is the owner’s alone', async () => {
    const nested = join(dir, 'a', 'b')
    const secrets = await Promise.all(Array.from({ length: 5 }, () => keptSecret(nested)))
    expect(new Set(secrets).size).toBe(1)
    expect(secrets[0]?.length).toBeGreaterThanOrEqual(32)
    expect(await keptSecret(nested)).toBe(secrets[0])
    expect((await stat(join(nested, 'auth-secret'))).mode & 0o777).toBe(0o600)
    expect(await readFile(join(nested, 'auth-secret'), 'utf8')).toBe(`${secrets[0]}\n`)
  })

  test('a damaged file or a directory that is none is said', async () => {
    await writeFile(join(dir, 'auth-secret'), 'short')
    await expect(keptSecret(dir)).rejects.toThrow(/^AUTH_SECRET: .* is damaged/)
    await expect(keptSecret(join(dir, 'auth-secret'))).rejects.toThrow(/^DATA_DIR: expected/)
  })
})
