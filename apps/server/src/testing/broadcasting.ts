/** A contractor with customers, and what becomes of their broadcasts, as a client sees it. */
import { randomUUID } from 'node:crypto'
import { connect } from '@parley/db/database'
import type { Broadcast } from '@parley/protocol/bulk'
import type { RouterInputs } from '@parley/router/appRouter'
import { TRPCClientError } from '@trpc/client'
import { onTestFinished } from 'vitest'
import {
  hostToken,
  httpClient,
  type socketClient,
  someone,
  type TestNode,
  testDatabaseUrl,
  testNode,
} from './testNode.ts'

type Device = ReturnType<typeof socketClient>
type SendInput = RouterInputs['bulk']['send']

export function contractor(node: Pick<TestNode, 'url'>, name = 'Carla') {
  const carla = someone(name, 'contractor')
  return signedIn(node, carla)
}

/** Somebody whom the node has seen, with what calls it over HTTP. */
export async function signedIn(node: Pick<TestNode, 'url'>, person: ReturnType<typeof someone>) {
  const token = await hostToken(person)
  const api = httpClient(node, token)
  await api.me.get.query()
  return { ...person, token, api }
}

export function customer(node: Pick<TestNode, 'url'>, name: string) {
  return signedIn(node, someone(name, 'customer'))
}

/** A contractor and a customer on a node. */
export async function setting(variables: Record<string, string> = {}) {
  const databaseUrl = await testDatabaseUrl()
  const node = await testNode(databaseUrl, variables)
  const [carla, maria] = [await contractor(node), await customer(node, 'Maria')]
  return { databaseUrl, node, carla, maria }
}

/** As if that many had been there once. */
export async function manyCustomers(databaseUrl: string, count: number): Promise<string[]> {
  const sql = connect(databaseUrl, { max: 1 })
  const ids = Array.from({ length: count }, (_, at) => `customer-${at}-${randomUUID().slice(0, 8)}`)
  await sql`
    insert into people (id, name, role)
    select id, 'Customer ' || nth, 'customer' from unnest(${ids}::text[]) with ordinality c (id, nth)`
  await sql.end()
  return ids
}

/** What `bulk.send` takes, to these people. */
export function broadcast(userIds: string[], more: Partial<SendInput> = {}): SendInput {
  return { idempotencyKey: randomUUID(), recipients: { userIds }, content: hello, ...more }
}

export const hello = { type: 'text' as const, text: 'Hello {{customer.name}}' }

/** The data of a refusal with its words; fails when there is none. */
export async function refusalOf(call: Promise<unknown>) {
  const error: unknown = await call.then(
    answer => new Error(`was answered: ${JSON.stringify(answer)}`),
    (error: unknown) => error,
  )
  if (!(error instanceof TRPCClientError)) throw error
  const { reason, code, field, retryAfterMs } = Object(error.data)
  return { reason, code, field, retryAfterMs, words: error.message }
}

/** A broadcast's progress as the stock client tells it. */
export function watchProgress({ api }: Device, broadcastId: string) {
  const told: Broadcast[] = []
  let end: 'complete' | string | undefined
  const { unsubscribe } = api.bulk.progress.subscribe(
    { broadcastId },
    {
      onData: progress => void told.push(progress),
      onComplete: () => {
        end = 'complete'
      },
      onError: error => {
        end = String(error.data?.reason)
      },
    },
  )
  onTestFinished(unsubscribe)
  return { told, end: () => end, unsubscribe }
}

/** How many rows there are of everything that a broadcast makes. */
export async function stored(databaseUrl: string) {
  const sql = connect(databaseUrl, { max: 1 })
  const [row] = await sql`
    select (select count(*)::int from broadcasts) as broadcasts,
      (select count(*)::int from broadcast_recipients) as recipients,
      (select count(*)::int from conversations) as conversations,
      (select count(*)::int from messages) as messages`
  await sql.end()
  return row
}
