/**
 * Own accounts: everything under /auth as one function from request to answer. better-auth
 * does the work; this decides what reaches it, and adds the two doors it does not have, the
 * short-lived token of a session and the demo.
 */
import type { AccountsStore } from '@parley/db/accountsStore'
import type { Sql } from '@parley/db/database'
import { thinOutSessions } from '@parley/db/queries/sessions'
import { role } from '@parley/protocol/user'
import * as z from 'zod/mini'
import { Refusal } from '../refusal.ts'
import { createIssuer } from '../tokens/issue.ts'
import { deriveKey } from '../tokens/ourKey.ts'
import { admit, BASE_PATH, fields } from './admit.ts'
import { json, passOrRefuse, refusalAnswer } from './answers.ts'
import { ADDRESS_HEADER, createAuth } from './auth.ts'
import { type DemoPerson, isLeftOver, listDemo, signInToDemo } from './demo.ts'
import { createGuessing } from './guessing.ts'
import { routes } from './routes.ts'
import { createWindows } from './windows.ts'

const SESSIONS_PER_USER = 200
const DEMO_SIGN_INS = { max: 60, seconds: 60 }
const KEPT_HEADERS = [
  ...['authorization', 'cookie', 'origin', 'referer', 'user-agent'],
  ...['sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest'],
]

export type Accounts = ReturnType<typeof createAccounts>

export function createAccounts(options: {
  store: AccountsStore
  sql: Sql
  /** AUTH_SECRET: at least 32 bytes. */
  secret: string
  /** PUBLIC_URL: with https, the cookie is for secure connections only. */
  publicUrl: string | undefined
  /** Whose pages may use accounts; asked for each request, since a port may be chosen late. */
  origins: () => readonly string[]
  /** The people of the demo, when it is on. */
  demo?: DemoPerson[] | undefined
  /** Told at once when a session ends by signing out, revocation or a new password. */
  onRevoked: (sessionId: string) => void
  log: (message: string) => void
  /** How long signing in and up take, whatever they find. */
  answerAfterMs?: number
}) {
  const { sql, demo, onRevoked, origins, publicUrl = 'http://localhost' } = options
  const windows = createWindows()
  const guess = createGuessing(windows, options.answerAfterMs ?? 250)
  const issue = createIssuer(options)
  const auth = createAuth({
    ...options,
    secret: deriveKey(options.secret, 'sessions').toString('base64url'),
    publicUrl,
    windows,
    async onSession(userId) {
      for (const id of await thinOutSessions(sql, userId, SESSIONS_PER_USER)) onRevoked(id)
    },
  })

  async function toLibrary(path: string, method: string, body: unknown, headers: Headers) {
    const request = new Request(new URL(BASE_PATH + path, publicUrl), {
      method,
      headers,
      body: method === 'POST' ? JSON.stringify(body) : null,
    })
    const response = await passOrRefuse(await auth.handler(request))
    response.headers.set('Cache-Control', 'no-store')
    // A tab that brings its own session must not change the cookie that all tabs share.
    if (headers.has('authorization')) response.headers.delete('set-cookie')
    return response
  }

  async function token(headers: Headers): Promise<Response> {
    const answer = await toLibrary('/get-session', 'GET', undefined, headers)
    const found = signedIn.parse(await answer.json())
    if (!found || isLeftOver(found.user.id, demo)) {
      throw new Refusal('UNAUTHENTICATED', 'Nobody is signed in.')
    }
    const { user, session } = found
    const { token, expiresAt } = await issue({
      userId: user.id,
      name: user.name,
      role: user.role,
      picture: user.image ?? undefined,
      sessionId: session.id,
    })
    const body = { token, expiresAt: new Date(expiresAt).toISOString() }
    return json(body, { headers: cookiesOf(answer) })
  }

  async function demoAnswer(method: string, as: string | undefined, address: string) {
    if (!demo) throw new Refusal('NOT_FOUND', 'There is nothing here.')
    if (method === 'GET') return json(listDemo(demo))
    const retryAfterMs = windows.attempt(`demo|${address}`, DEMO_SIGN_INS)
    if (retryAfterMs) throw new Refusal('RATE_LIMITED', 'Please wait a moment.', { retryAfterMs })
    return json(await signInToDemo({ auth, sql, people: demo }, as))
  }

  async function answer(request: Request, address: string): Promise<Response> {
    const { path, method, given } = await admit(request, origins())
    const headers = headersFor(request, address)
    switch (path) {
      case '/token':
        return token(headers)
      case '/demo':
        return demoAnswer(method, fields(routes[path].body, given).as, address)
      case '/sign-in/email':
      case '/sign-up/email': {
        const body = fields(routes[path].body, given)
        const attempt = () => toLibrary(path, method, body, headers)
        return guess(`${path}|${body.email}`, address, attempt)
      }
      default:
        return toLibrary(path, method, fields(routes[path].body, given), headers)
    }
  }

  return {
    /** @param address the client's IP address, as far as proxies can be trusted with it */
    async handler(request: Request, address: string): Promise<Response> {
      try {
        return await answer(request, address)
      } catch (error) {
        if (error instanceof Refusal) return refusalAnswer(error)
        options.log(`accounts: ${describe(error)}`)
        return refusalAnswer(new Refusal('UNAVAILABLE', 'Please try again in a moment.'))
      }
    },
  }
}

const signedIn = z.nullable(
  z.object({
    session: z.object({ id: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), role, image: z.nullish(z.string()) }),
  }),
)

/** What the library may see of a request; above all, nobody but us says where it comes from. */
function headersFor(request: Request, address: string): Headers {
  const headers = new Headers({ 'content-type': 'application/json', [ADDRESS_HEADER]: address })
  for (const name of KEPT_HEADERS) {
    const value = request.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  // A session that a tab brings counts alone: were it bad, the cookie's must not take its place.
  if (headers.has('authorization')) headers.delete('cookie')
  headers.set('user-agent', headers.get('user-agent')?.slice(0, 300) ?? '')
  return headers
}

function cookiesOf(response: Response): Headers {
  return new Headers(response.headers.getSetCookie().map(cookie => ['set-cookie', cookie]))
}

/** The kind of a failure and no more: messages of the database quote what was asked. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const cause = error.cause instanceof Error ? error.cause : error
  return [error.name, 'code' in cause ? String(cause.code) : cause.name].join(' ')
}
