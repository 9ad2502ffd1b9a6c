/** People of a product that Parley is part of, whom a test needs more of than the demo has. */
import { createHmac } from 'node:crypto'
import type { AppRouter } from '@parley/router/appRouter'
import { createTRPCClient, httpLink } from '@trpc/client'

/** What the server is started with, so that it takes them. */
export const hostSecret = { HOST_JWT_SECRET: 'a secret of the product that is long enough' }

export type Hosted = Awaited<ReturnType<typeof hosted>>

/** Somebody who has been there once, and acts without a browser. */
export async function hosted(url: string, id: string, name: string) {
  const authorization = `Bearer ${tokenOf(id, name)}`
  const { chat, me, people } = createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${url}/trpc`, headers: { authorization } })],
  })
  await me.get.query()
  return { id, chat, me, people }
}

function tokenOf(sub: string, name: string): string {
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    sub,
    name,
    role: 'customer',
    iss: 'host',
    aud: 'parley',
    iat: now,
    exp: now + 600,
  }
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`
  const signature = createHmac('sha256', hostSecret.HOST_JWT_SECRET).update(signed)
  return `${signed}.${signature.digest('base64url')}`
}

function part(of: object): string {
  return Buffer.from(JSON.stringify(of)).toString('base64url')
}
