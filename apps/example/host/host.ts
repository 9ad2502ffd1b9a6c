/**
 * The server of the product that embeds Parley, as far as this example needs one. It signs for
 * whoever looks at its pages. Elsewhere a session says who that is; here the address does, which
 * anybody could write, so it signs for nobody but the machine it runs on. The secret stays here;
 * what the page gets is a token for ten minutes.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { SignJWT } from 'jose'
import type { Plugin } from 'vite'
import { parleyUrl } from './parleyUrl.ts'
import { isMember, type Member, members } from './people.ts'

function tokenFor({ id, name, role, business }: Member): Promise<string> {
  const secret = process.env.HOST_JWT_SECRET
  if (!secret) throw new Error('Start this with the HOST_JWT_SECRET that Parley was started with.')
  return new SignJWT({ name, role, ...(business && { business }) })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(id)
    .setIssuer('host')
    .setAudience('parley')
    .setIssuedAt()
    .setExpirationTime('10 minutes')
    .sign(new TextEncoder().encode(secret))
}

/** Parley knows people from the first call with their token on, so each is called for once. */
async function introduce(member: Member): Promise<void> {
  const headers = { authorization: `Bearer ${await tokenFor(member)}` }
  const answer = await fetch(`${parleyUrl}/trpc/me.get`, { headers }).catch(() => {
    throw new Error(`Parley does not answer at ${parleyUrl}: is it started?`)
  })
  if (!answer.ok)
    throw new Error(`Parley at ${parleyUrl} refused ${member.name}: ${answer.status}.`)
}

function isFromHere({ socket }: IncomingMessage): boolean {
  return /^(::1|(::ffff:)?127\.[0-9.]+)$/.test(socket.remoteAddress ?? '')
}

export async function giveToken(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const as = new URL(request.url ?? '', 'http://host').searchParams.get('as')
  response.setHeader('cache-control', 'no-store')
  try {
    if (!isFromHere(request)) throw new Error('This example signs only for its own machine.')
    if (!isMember(as)) throw new Error('Nobody of that name is a member.')
    await Promise.all(Object.values(members).map(introduce))
    response.end(await tokenFor(members[as]))
  } catch (error) {
    response.statusCode = 503
    response.end(String(error))
  }
}

export function host(): Plugin {
  return {
    name: 'host',
    configureServer: ({ middlewares }) => void middlewares.use('/parley-token', giveToken),
    configurePreviewServer: ({ middlewares }) => void middlewares.use('/parley-token', giveToken),
  }
}
