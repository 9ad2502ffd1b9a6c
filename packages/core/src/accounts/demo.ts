/**
 * One-click sign-in as a person of the demo. The session is handed over in the answer and
 * never set as a cookie, so that two ordinary windows can be two people. Its first token comes
 * with it, which saves those on a slow network a turn.
 */
import { createHmac } from 'node:crypto'
import type { Sql } from '@parley/db/database'
import { putAccount } from '@parley/db/queries/accounts'
import type { Role } from '@parley/protocol/user'
import { Refusal } from '../refusal.ts'
import type { createIssuer } from '../tokens/issue.ts'
import { json } from './answers.ts'
import type { Auth } from './auth.ts'
import type { Windows } from './windows.ts'

export interface DemoPerson {
  /** Begins with `usr_demo_`. */
  id: string
  /** What stands in `/?as=`. */
  as: string
  name: string
  role: Role
  picture?: string | undefined
}

const DEMO_ID = /^usr_demo_/
const SIGN_INS = { max: 60, seconds: 60 }

/** A session that a demo left behind is worth nothing once the demo is off. */
export function isLeftOver(userId: string, people: DemoPerson[] | undefined): boolean {
  return DEMO_ID.test(userId) && !people?.some(({ id }) => id === userId)
}

type Parts = {
  auth: Auth
  sql: Sql
  issue: ReturnType<typeof createIssuer>
  windows: Windows
  people: DemoPerson[] | undefined
}

export function createDemo({ people, windows, ...parts }: Parts) {
  const everybody = () => {
    if (!people) throw new Refusal('NOT_FOUND', 'There is nothing here.')
    return people
  }
  return {
    list(): Response {
      return json(
        everybody().map(({ id, as, name, role, picture }) => ({ id, as, name, role, picture })),
      )
    },
    async signIn(as: string | undefined, address: string): Promise<Response> {
      const person = everybody().find(each => each.as.toLowerCase() === as?.toLowerCase())
      if (!person) throw new Refusal('NOT_FOUND', 'Nobody in the demo has this name.')
      const retryAfterMs = windows.attempt(`demo|${address}`, SIGN_INS)
      if (retryAfterMs) throw new Refusal('RATE_LIMITED', 'Please wait a moment.', { retryAfterMs })
      return json(await newSession(person, parts))
    },
  }
}

async function newSession(person: DemoPerson, parts: Pick<Parts, 'auth' | 'sql' | 'issue'>) {
  const { auth, sql, issue } = parts
  // The id is no e-mail address, so nobody can have signed up with it.
  await putAccount(sql, { ...person, email: person.id })
  const { internalAdapter, secret } = await auth.$context
  const { id: sessionId, token: key } = await internalAdapter.createSession(person.id)
  // Signed as better-auth signs its cookie, which is what its bearer plugin asks for.
  const signature = createHmac('sha256', secret).update(key).digest('base64')
  const { id: userId, name, role, picture } = person
  const { token, expiresAt } = await issue({ userId, name, role, picture, sessionId })
  return { session: `${key}.${signature}`, token, expiresAt: new Date(expiresAt).toISOString() }
}
