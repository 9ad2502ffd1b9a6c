/**
 * better-auth, as we use it: e-mail and password, sessions in Postgres, nothing that calls
 * home or follows a link. Only `createAccounts` talks to it.
 */
import { randomBytes } from 'node:crypto'
import { type AccountsStore, accountsSchema } from '@parley/db/accountsStore'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth/minimal'
import { bearer } from 'better-auth/plugins/bearer'
import { BASE_PATH } from './admit.ts'
import { hashPassword, passwordLength, verifyPassword } from './passwords.ts'
import { signUpRole } from './routes.ts'
import type { Windows } from './windows.ts'

/** We set this ourselves, so nobody outside can say where they come from. */
export const ADDRESS_HEADER = 'x-parley-address'

const DAY_SECONDS = 24 * 60 * 60

export type Auth = ReturnType<typeof createAuth>

export function createAuth(options: {
  store: AccountsStore
  secret: string
  publicUrl: string
  origins: () => readonly string[]
  windows: Windows
  log: (message: string) => void
  onSession: (userId: string) => Promise<void>
  onRevoked: (sessionId: string) => void
}) {
  return betterAuth({
    appName: 'Parley',
    baseURL: options.publicUrl,
    basePath: BASE_PATH,
    secret: options.secret,
    trustedOrigins: request => (request ? [...options.origins()] : []),
    database: drizzleAdapter(options.store.drizzle, {
      provider: 'pg',
      schema: accountsSchema,
      transaction: true,
    }),
    user: {
      additionalFields: {
        role: { type: 'string', defaultValue: 'customer', validator: { input: signUpRole } },
      },
    },
    session: { expiresIn: 7 * DAY_SECONDS, updateAge: DAY_SECONDS, freshAge: 0 },
    emailAndPassword: {
      enabled: true,
      // With a session for a new address and none for a known one, the answer would tell.
      autoSignIn: false,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    rateLimit: limits(options.windows),
    plugins: [bearer({ requireSignature: true })],
    databaseHooks: {
      session: {
        create: { after: session => options.onSession(session.userId) },
        delete: { after: async session => options.onRevoked(session.id) },
      },
    },
    advanced: advanced(options.publicUrl),
    telemetry: { enabled: false },
    onAPIError: { throw: true },
    logger: {
      level: 'error',
      // What follows a message may hold anything, also passwords: it is left out.
      log: (_, message) => options.log(firstLine(message)),
    },
  })
}

function advanced(publicUrl: string) {
  return {
    cookiePrefix: 'parley',
    useSecureCookies: publicUrl.startsWith('https:'),
    disableCSRFCheck: false,
    disableOriginCheck: false, // its default is to skip the check wherever NODE_ENV is test
    ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    database: {
      generateId: ({ model }: { model: string }) => (model === 'user' ? newUserId() : newId()),
      defaultFindManyLimit: 1000, // signing out everywhere reads the sessions to end
    },
  }
}

export function newUserId(): string {
  return `usr_${newId()}`
}

function newId(): string {
  return randomBytes(15).toString('base64url')
}

function limits({ attempt }: Windows) {
  return {
    enabled: true,
    window: 10,
    max: 300,
    customRules: {
      '/sign-in/email': { window: 60, max: 30 },
      '/sign-up/email': { window: 600, max: 30 },
      '/change-password': { window: 60, max: 10 },
    },
    customStorage: {
      async consume(key: string, { window, max }: { window: number; max: number }) {
        const waitMs = attempt(key, { max, seconds: window })
        return { allowed: waitMs === 0, retryAfter: Math.ceil(waitMs / 1000) }
      },
    },
  }
}

function firstLine(message: unknown): string {
  return typeof message === 'string' ? (message.split('\n', 1)[0] ?? '').slice(0, 200) : 'error'
}
