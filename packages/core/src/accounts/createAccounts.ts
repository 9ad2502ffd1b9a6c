/**
 * Own accounts: everything under /auth as one function from request to answer. better-auth
 * does the work; this decides what reaches it, and adds the two doors it does not have, the
 * short-lived token of a session and the demo.
 */
import type { AccountsStore } from '@parley/db/accountsStore'
import type { Sql } from '@parley/db/database'
import { thinOutSessions } from '@parley/db/queries/sessions'
import { Refusal } from '../refusal.ts'
import { createIssuer } from '../tokens/issue.ts'
import { deriveKey } from '../tokens/ourKey.ts'
import { admit, fields } from './admit.ts'
import { refusalAnswer } from './answers.ts'
import { createAuth } from './auth.ts'
import { createDemo, type DemoPerson } from './demo.ts'
import { createGuessing } from './guessing.ts'
import { headersFor, openLibrary } from './library.ts'
import { routes } from './routes.ts'
import { sessionToken } from './sessionToken.ts'
import { createWindows } from './windows.ts'

const SESSIONS_PER_USER = 200

type Options = {
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
}

export function createAccounts(options: Options) {
  const answer = answering(options)
  return {
    /** @param address the client's IP address, as far as proxies can be trusted with it */
    async handler(request: Request, address: string): Promise<Response> {
      try {
        return await answer(request, address)
      } catch (error) {
        if (error instanceof Refusal) return refusalAnswer(error)
        options.log(`accounts: ${kindOf(error)}`)
        return refusalAnswer(new Refusal('UNAVAILABLE', 'Please try again in a moment.'))
      }
    },
  }
}

function answering(options: Options) {
  const { sql, secret, origins, demo: people, publicUrl = 'http://localhost' } = options
  const windows = createWindows()
  const auth = createAuth({
    ...options,
    publicUrl,
    windows,
    secret: deriveKey(secret, 'sessions').toString('base64url'),
    async onSession(userId) {
      const ended = await thinOutSessions(sql, userId, SESSIONS_PER_USER)
      for (const id of ended) options.onRevoked(id)
    },
  })
  const ask = openLibrary(auth, publicUrl)
  const issue = createIssuer({ secret })
  const guess = createGuessing(windows, options.answerAfterMs ?? 250)
  const demo = createDemo({ auth, sql, issue, windows, people })

  return async function answer(request: Request, address: string): Promise<Response> {
    const { path, method, given } = await admit(request, origins())
    const headers = headersFor(request, address)
    switch (path) {
      case '/token':
        return sessionToken(headers, { ask, issue, demo: people })
      case '/demo':
        return method === 'GET'
          ? demo.list()
          : demo.signIn(fields(routes[path].body, given).as, address)
      case '/sign-in/email':
      case '/sign-up/email': {
        const body = fields(routes[path].body, given)
        const attempt = () => ask(path, { method, headers, body })
        return guess(`${path}|${body.email}`, address, attempt)
      }
      default:
        return ask(path, { method, headers, body: fields(routes[path].body, given) })
    }
  }
}

/** The kind of a failure and no more: messages of the database quote what was asked. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const cause = error.cause instanceof Error ? error.cause : error
  return [error.name, 'code' in cause ? String(cause.code) : cause.name].join(' ')
}
