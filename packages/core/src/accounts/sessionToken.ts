/** The short-lived token of whoever is signed in. */
import { role } from '@parley/protocol/user'
import * as z from 'zod/mini'
import { Refusal } from '../refusal.ts'
import type { createIssuer } from '../tokens/issue.ts'
import { json } from './answers.ts'
import { type DemoPerson, isLeftOver } from './demo.ts'
import { cookiesOf, type Library } from './library.ts'

const signedIn = z.nullable(
  z.object({
    session: z.object({ id: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), role, image: z.nullish(z.string()) }),
  }),
)

export async function sessionToken(
  headers: Headers,
  from: { ask: Library; issue: ReturnType<typeof createIssuer>; demo: DemoPerson[] | undefined },
): Promise<Response> {
  // Looking at a session prolongs it, so better-auth may answer with a cookie too.
  const answer = await from.ask('/get-session', { method: 'GET', headers })
  const found = signedIn.parse(await answer.json())
  if (!found || isLeftOver(found.user.id, from.demo)) {
    throw new Refusal('UNAUTHENTICATED', 'Nobody is signed in.')
  }
  const { user, session } = found
  const { token, expiresAt } = await from.issue({
    userId: user.id,
    name: user.name,
    role: user.role,
    picture: user.image ?? undefined,
    sessionId: session.id,
  })
  const body = { token, expiresAt: new Date(expiresAt).toISOString() }
  return json(body, { headers: cookiesOf(answer) })
}
