/**
 * The environment, read once into one typed object.
 *
 * Every variable is optional, an empty one counts as unset, and whatever is wrong is told at
 * once: one line for each variable, with its name and what was expected.
 */
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { whereabouts } from '@parley/bus/addresses'
import { limits } from '@parley/protocol/limits'
import proxyAddr from 'proxy-addr'
import { z } from 'zod'
import { isLoopback } from './address.ts'

/** What stops the start: sentences for the operator, one per variable. */
export class InvalidEnvironment extends Error {
  override name = 'InvalidEnvironment'
}

function whole(least: number, most: number) {
  const expected = `expected a whole number from ${least} to ${most}`
  return z
    .string()
    .regex(/^\d{1,9}$/, expected)
    .transform(Number)
    .refine(value => value >= least && value <= most, expected)
}

function parsedUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}

function url(protocols: string[], expected: string) {
  return z.string().refine(text => protocols.includes(parsedUrl(text)?.protocol ?? ''), expected)
}

/** An address in the form in which browsers send it as `Origin`. */
function isOrigin(text: string): boolean {
  const at = parsedUrl(text)
  return at !== undefined && /^https?:$/.test(at.protocol) && `${at.origin}/` === at.href
}

const originExpected =
  'expected addresses like https://app.example.com, separated by commas, without a path'

function list(text: string): string[] {
  return text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')
}

function areProxies(addresses: string[]): boolean {
  try {
    proxyAddr.compile(addresses)
    return true
  } catch {
    return false
  }
}

const hostName = /^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/

const variables = z.object({
  PORT: whole(0, 65_535).default(4000),
  HOST: z
    .string()
    .refine(
      text => isIP(text) !== 0 || hostName.test(text),
      'expected an address of this machine, like 127.0.0.1 or 0.0.0.0',
    )
    .default('127.0.0.1'),
  DATABASE_URL: url(
    ['postgres:', 'postgresql:'],
    'expected an address like postgres://user:password@host:5432/parley',
  ).optional(),
  DATA_DIR: z
    .string()
    .refine(text => !text.includes('\0'), 'expected a directory')
    .default('.data'),
  REDIS_URL: z
    .string()
    .refine(
      text => whereabouts(text) !== undefined,
      'expected an address like redis://user:password@host:6379, or those of a cluster separated by commas',
    )
    .optional(),
  AUTH_SECRET: z.string().min(32, 'expected at least 32 random characters').optional(),
  HOST_JWT_SECRET: z
    .string()
    .refine(text => Buffer.byteLength(text) >= 32, 'expected at least 32 bytes')
    .optional(),
  HOST_JWKS_URL: url(
    ['http:', 'https:'],
    'expected an address like https://host.example.com/jwks',
  ).optional(),
  HOST_JWT_ISSUER: z.string().default('host'),
  HOST_JWT_AUDIENCE: z.string().default('parley'),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'expected an address like https://chat.example.com, without a path')
    .transform(text => new URL(text).origin)
    .optional(),
  ALLOWED_ORIGINS: z
    .string()
    .transform(list)
    .refine(origins => origins.every(isOrigin), originExpected)
    .transform(origins => origins.map(origin => new URL(origin).origin))
    .default([]),
  TRUSTED_PROXIES: z
    .string()
    .transform(list)
    .refine(
      areProxies,
      'expected addresses or ranges like 10.0.0.0/8, separated by commas, or loopback, linklocal, uniquelocal',
    )
    .default([]),
  OPEN_POLICY: z
    .enum(['across', 'related', 'anyone'], 'expected across, related or anyone')
    .default('across'),
  DEMO: z
    .enum(['0', '1'], 'expected 1 or 0')
    .transform(text => text === '1')
    .optional(),
  MESSAGES_PER_MINUTE: whole(1, 100_000).default(limits.messagesPerMinute),
  BROADCASTS_PER_MINUTE: whole(1, 10_000).default(limits.broadcastsPerMinute),
  BROADCAST_INLINE_MAX: whole(0, 500).default(limits.broadcastInlineMax),
  BROADCAST_MAX: whole(1, limits.broadcastEver).default(limits.broadcastMax),
  CONNECTIONS_PER_USER: whole(1, 10_000).default(20),
  CONNECTIONS_PER_ADDRESS: whole(1, 1_000_000).default(1000),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'expected fatal, error, warn, info, debug, trace or silent',
    )
    .default('info'),
})

/** Rules that look at two variables at once. */
const environment = variables.check(({ value, issues }) => {
  const complain = (name: keyof typeof value, message: string) =>
    issues.push({ code: 'custom', input: undefined, path: [name], message })
  if (value.HOST_JWT_SECRET !== undefined && value.HOST_JWKS_URL !== undefined)
    complain('HOST_JWKS_URL', 'expected either this or HOST_JWT_SECRET, not both')
  if (value.DATABASE_URL !== undefined && value.AUTH_SECRET === undefined)
    complain('AUTH_SECRET', 'expected at least 32 random characters, since DATABASE_URL is set')
})

/** @throws {InvalidEnvironment} with one line for every variable that is wrong. */
export function readEnv(source: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(source).filter(([, text]) => text?.trim()))
  const read = environment.safeParse(given)
  if (!read.success) {
    const lines = read.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
    throw new InvalidEnvironment(lines.join('\n'))
  }
  const { data } = read
  const embedded = data.DATABASE_URL === undefined
  return {
    port: data.PORT,
    host: data.HOST,
    /** Unset: the embedded Postgres under `dataDir`. */
    databaseUrl: data.DATABASE_URL,
    /** Unset: this is the only node. */
    redisUrl: data.REDIS_URL,
    dataDir: resolve(data.DATA_DIR),
    /** Unset only with the embedded database: `keptSecret` then makes one. */
    authSecret: data.AUTH_SECRET,
    hostJwtSecret: data.HOST_JWT_SECRET,
    hostJwksUrl: data.HOST_JWKS_URL,
    hostJwtIssuer: data.HOST_JWT_ISSUER,
    hostJwtAudience: data.HOST_JWT_AUDIENCE,
    publicUrl: data.PUBLIC_URL,
    allowedOrigins: data.ALLOWED_ORIGINS,
    trustedProxies: data.TRUSTED_PROXIES,
    openPolicy: data.OPEN_POLICY,
    demo: data.DEMO ?? (embedded && isLoopback(data.HOST)),
    messagesPerMinute: data.MESSAGES_PER_MINUTE,
    bulk: {
      perMinute: data.BROADCASTS_PER_MINUTE,
      inlineMax: data.BROADCAST_INLINE_MAX,
      recipientsMax: data.BROADCAST_MAX,
    },
    connectionsPerUser: data.CONNECTIONS_PER_USER,
    connectionsPerAddress: data.CONNECTIONS_PER_ADDRESS,
    logLevel: data.LOG_LEVEL,
  }
}

export type Env = ReturnType<typeof readEnv>
