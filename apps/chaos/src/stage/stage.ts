/**
 * What a row plays on: a Postgres, a node or several on a Redis, and people at the ends of
 * their cables who talk with each other. What is entered and acknowledged goes into the ledger.
 */
import { randomBytes } from 'node:crypto'
import { startRedis } from '@parley/bus/testing/redisServer'
import type { Parts } from '@parley/client/client'
import { connect } from '@parley/db/database'
import { cleanUpOnce } from '@parley/load/cleanUp'
import { openFront } from '../faults/front.ts'
import { type Node, startNode } from '../faults/node.ts'
import { startPostgres } from '../faults/postgres.ts'
import { createLedger } from '../oracle/ledger.ts'
import { createRandom } from '../random.ts'
import { join, type Person } from './person.ts'

type NodeOptions = Pick<StageOptions, 'program' | 'variables'>

export interface StageOptions {
  seed: number
  people: number
  /** With how many others each person talks; even. */
  conversationsEach?: number
  /** For controls: other settings of Postgres, another program as node, parts of the client. */
  settings?: Readonly<Record<string, string>>
  dataDir?: string
  program?: string | undefined
  /** Several nodes on one Redis behind one address. */
  nodes?: readonly NodeOptions[]
  variables?: Readonly<Record<string, string>>
  parts?: Parts
}

export async function setStage(options: StageOptions) {
  const { seed, people: count, conversationsEach = 2, settings, dataDir } = options
  const { program, variables } = options
  const hostSecret = randomBytes(32).toString('hex')
  const open: AsyncDisposable[] = []
  const strike = cleanUpOnce(async () => {
    for (const one of open.toReversed()) await one[Symbol.asyncDispose]()
  })
  try {
    const postgres = await startPostgres({
      ...(settings && { settings }),
      ...(dataDir && { dataDir }),
    })
    open.push(postgres)
    const redis = options.nodes && (await startRedis())
    if (redis) open.push({ [Symbol.asyncDispose]: cleanUpOnce(redis.dispose) })
    const nodes: Node[] = []
    for (const own of options.nodes ?? [{ program }]) {
      const node = await startNode({
        databaseUrl: postgres.url,
        hostSecret,
        ...(own.program && { program: own.program }),
        variables: { ...variables, ...own.variables, ...(redis && { REDIS_URL: redis.url }) },
      })
      open.push(node)
      nodes.push(node)
    }
    const [node] = nodes
    if (!node) throw new Error('there is no node')
    const front = redis && (await openFront(nodes))
    if (front) open.push(front)
    const url = front?.url ?? node.url
    const sql = connect(postgres.url, { max: 2, statementTimeoutMs: 60_000 })
    open.push({ [Symbol.asyncDispose]: () => sql.end({ timeout: 1 }) })
    const ledger = createLedger()
    const people = await gather(count, name => {
      const role = name.startsWith('customer') ? 'customer' : 'contractor'
      const parts = options.parts ?? {}
      return join({ name, role, target: url, hostSecret, ledger, parts })
    })
    open.push({
      async [Symbol.asyncDispose]() {
        await Promise.all(people.map(person => person.close()))
      },
    })
    await introduce(people, conversationsEach)
    const random = createRandom(seed)
    return {
      hostSecret,
      postgres,
      /** The only one, or the first of several. */
      node,
      nodes,
      redis,
      /** Where people connect to. */
      url,
      sql,
      ledger,
      people,
      random,
      conversations: [...new Set(people.flatMap(({ conversations }) => conversations))],
      [Symbol.asyncDispose]: strike,
    }
  } catch (error) {
    await strike()
    throw error
  }
}

export type Stage = Awaited<ReturnType<typeof setStage>>

/** Connecting is not what is tried here: a few at a time. */
const atOnce = 20

/** Half of them customers, half contractors. */
async function gather(count: number, joinAs: (name: string) => Promise<Person>) {
  const people: Person[] = []
  for (let first = 0; first < count; first += atOnce) {
    const names = Array.from({ length: Math.min(atOnce, count - first) }, (_, at) => {
      const number = first + at
      return `${number % 2 === 0 ? 'customer' : 'contractor'}-${number}`
    })
    people.push(...(await Promise.all(names.map(joinAs))))
  }
  return people
}

/** Each customer talks with the contractors that come next: a ring, so that all are related. */
async function introduce(people: Person[], conversationsEach: number): Promise<void> {
  for (let at = 0; at < people.length; at += 2) {
    for (let step = 1; step <= conversationsEach; step += 1) {
      const customer = people[at]
      const contractor = people[(at + 2 * step - 1) % people.length]
      if (!customer || !contractor) throw new Error('people come in pairs')
      const id = await customer.client.open({ participantIds: [contractor.userId] })
      if (customer.conversations.includes(id)) continue
      for (const person of [customer, contractor]) {
        person.conversations.push(id)
        await person.show(id)
      }
    }
  }
}
