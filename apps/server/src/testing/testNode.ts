/**
 * A whole node on a database of its own, with a host product's tokens; called twice with the
 * same database, it is two nodes.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { testDatabase } from '@parley/db/testing'
import type { Role } from '@parley/protocol/user'
import type { AppRouter } from '@parley/router/appRouter'
import { createTRPCClient, createWSClient, httpLink, TRPCClientError, wsLink } from '@trpc/client'
import { SignJWT } from 'jose'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { readEnv } from '../env.ts'
import { createLog } from '../log.ts'
import { type Parts, startNode } from '../node.ts'
import { closeInOrder } from '../stopOnSignal.ts'

// tRPC's client looks for the browser's one, which Node 20 does not have.
Object.assign(globalThis, { WebSocket })

const hostSecret = randomBytes(32).toString('hex')

export async function testDatabaseUrl(): Promise<string> {
  const database = await testDatabase()
  onTestFinished(() => database[Symbol.asyncDispose]())
  return database.url
}

export async function testNode(
  databaseUrl: string,
  variables: Record<string, string> = {},
  parts: Partial<Parts> = {},
) {
  const env = readEnv({
    PORT: '0',
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: randomBytes(32).toString('hex'),
    HOST_JWT_SECRET: hostSecret,
    MESSAGES_PER_MINUTE: '10000',
    ...variables,
  })
  const lines: string[] = []
  const log = createLog(env, { write: line => void lines.push(line) })
  const node = await startNode(env, databaseUrl, log, parts)
  let stopping: Promise<boolean> | undefined
  const stop = () => {
    stopping ??= closeInOrder(node.steps, log)
    return stopping
  }
  onTestFinished(async () => void (await stop()))
  return { ...node, stop, logged: () => lines.join('') }
}

/** Several nodes of one installation: on one database, and on one Redis. */
export async function testNodes(
  count: number,
  redisUrl: string,
  variables: Record<string, string> = {},
  parts: Partial<Parts> = {},
): Promise<TestNode[]> {
  const databaseUrl = await testDatabaseUrl()
  const shared = { AUTH_SECRET: randomBytes(32).toString('hex'), REDIS_URL: redisUrl, ...variables }
  const nodes: TestNode[] = []
  for (let index = 0; index < count; index++) nodes.push(await testNode(databaseUrl, shared, parts))
  return nodes
}

export type TestNode = Awaited<ReturnType<typeof testNode>>

interface Person {
  userId: string
  name: string
  role: Role
}

export function someone(name: string, role: Role): Person {
  return { userId: `${name.toLowerCase()}-${randomUUID().slice(0, 8)}`, name, role }
}

/** A token as the host product would sign it. */
export function hostToken({ userId, name, role }: Person, lifetime = '1h'): Promise<string> {
  return new SignJWT({ name, role })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(userId)
    .setIssuer('host')
    .setAudience('parley')
    .setExpirationTime(lifetime)
    .sign(Buffer.from(hostSecret))
}

/** Somebody's device on a socket, with tRPC's own client. */
export function socketClient(node: Pick<TestNode, 'url'>, token: () => Promise<string>) {
  const wsClient = createWSClient({
    url: () => `${node.url.replace('http', 'ws')}/trpc`,
    connectionParams: async () => ({ token: await token() }),
    retryDelayMs: () => 100,
  })
  onTestFinished(() => wsClient.close())
  const api = createTRPCClient<AppRouter>({ links: [wsLink({ client: wsClient })] })
  return { api, close: () => wsClient.close() }
}

/** Calls over HTTP, one request each. */
export function httpClient(node: Pick<TestNode, 'url'>, token: string | undefined) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  return createTRPCClient<AppRouter>({ links: [httpLink({ url: `${node.url}/trpc`, headers })] })
}

/** Signs in as a demo person. */
export async function demoSession(node: Pick<TestNode, 'url'>, as: string): Promise<string> {
  const answer = await fetch(`${node.url}/auth/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: node.url },
    body: JSON.stringify({ as }),
  })
  return z.object({ session: z.string() }).parse(await answer.json()).session
}

/** The short-lived token of a session. */
export async function tokenOf(node: Pick<TestNode, 'url'>, session: string): Promise<string> {
  const answer = await fetch(`${node.url}/auth/token`, {
    method: 'POST',
    headers: { authorization: `Bearer ${session}`, origin: node.url },
  })
  return z.object({ token: z.string() }).parse(await answer.json()).token
}

/** Any path with any input, for what the types would not let one write. */
export async function callRaw(
  node: Pick<TestNode, 'url'>,
  token: string,
  type: 'query' | 'mutation',
  path: string,
  input: unknown,
): Promise<{ status: number; body: unknown }> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const text = input === undefined ? undefined : JSON.stringify(input)
  const query = type === 'query' && text !== undefined ? `?input=${encodeURIComponent(text)}` : ''
  const response = await fetch(`${node.url}/trpc/${path}${query}`, {
    method: type === 'query' ? 'GET' : 'POST',
    headers,
    ...(type === 'mutation' ? { body: text ?? '' } : {}),
  })
  return { status: response.status, body: await response.json() }
}

/** The reason of a refusal, or 'ok'. */
export function reasonOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'ok',
    error => (error instanceof TRPCClientError ? error.data?.reason : error),
  )
}
