import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Sql } from '@parley/db/database'
import { isUnavailable } from '@parley/db/unavailable'
import type { Wire } from '@parley/load/wire'
import { broadcast } from '@parley/protocol/bulk'
import { withoutRedis } from '../faults/redis.ts'
import { broadcastReported, broadcastShown, broadcastStored } from '../oracle/broadcast.ts'
import { programNamed } from '../programs/programs.ts'
import type { Row } from '../row.ts'
import { bareWire } from '../stage/bareWire.ts'
import { join, type Person } from '../stage/person.ts'
import { type Stage, setStage } from '../stage/stage.ts'
import { until } from '../stage/until.ts'

const sizes = {
  short: { recipients: 2500, online: 2, kills: 1, boundMs: 60_000 },
  long: { recipients: 10_000, online: 40, kills: 10, boundMs: 300_000 },
} as const

const senderId = 'contractor-1'
/** Named besides, and to fail: nobody knows the first, the second does not want any. */
const unwilling = 'customer-unwilling'
const failing = ['customer-unknown', unwilling]
const text = 'I have a place free on Tuesday between nine and eleven.'

export const broadcastKilled: Row = {
  name: 'broadcast-killed',
  fault:
    'in the middle of a broadcast one of two nodes is killed (-9), or both, over and over, and once Postgres',
  invariant:
    'every recipient has it exactly once, in Postgres, in the report and on the screen; totals are right; sent again, it is the same broadcast',
  aim: '0 lost and 0 doubled of 10,000, killed ten times',
  defence: 'a broadcast is taken, sent and marked as sent in one transaction',
  symptom: /^doubled/,
  async run({ seed, size, broken, say }) {
    const missing = withoutRedis()
    if (missing) return missing
    const { recipients, online, kills, boundMs } = sizes[size]
    await using stage = await setStage({
      seed,
      people: 0,
      nodes: broken ? [{ program: programNamed('marksApart') }] : [{}, {}],
      variables: { BROADCAST_MAX: '20000' },
    })
    const reached = await populate(stage.sql, recipients)
    await using audience = await gather(stage, everySoMany(reached, online))
    const { people, wire } = audience
    say(`${recipients} recipients, ${online} of them online; ${broken ? 'no' : kills} kills`)
    const begun = performance.now()
    const send = sending(wire, [...reached, ...failing])
    // As somebody does who is impatient.
    const [broadcastId, again] = await Promise.all([send(), send()])
    const problems = again === broadcastId ? [] : ['doubled: one key, two broadcasts']
    const broke = await breakOff(stage, { broadcastId, recipients, kills: broken ? 0 : kills })
    if (broke < kills && !broken) problems.push(`it was over after ${broke} of ${kills} kills`)
    const wanted = { broadcastId, senderId, text, reached, failed: failing.length }
    // Without its defence it need not come to an end.
    const isOver = async () =>
      broken
        ? (await broadcastStored(stage.sql, wanted)).some(one => one.startsWith('doubled'))
        : (await standing(stage.sql, broadcastId)).isOver
    await until('it is over', isOver, boundMs).catch(error => problems.push(String(error)))
    const seconds = Math.round((performance.now() - begun) / 100) / 10
    if ((await send()) !== broadcastId) problems.push('doubled: sent again, it is another one')
    problems.push(...(await broadcastStored(stage.sql, wanted)))
    if (!broken) {
      problems.push(...(await broadcastReported(wire, wanted)), ...(await shownWithin(people)))
      problems.push(...stage.nodes.flatMap(({ complaints }) => complaints))
    }
    return { problems, figures: figuresOf(problems, { recipients, broke, seconds }) }
  },
}

interface Done {
  recipients: number
  broke: number
  seconds: number
}

function figuresOf(problems: string[], { recipients, broke, seconds }: Done) {
  const kinds = (kind: string) => problems.filter(problem => problem.startsWith(kind)).length
  return {
    'recipients, each once': recipients,
    'named besides, who must not get it': failing.length,
    'kills in the middle': broke,
    'done after s': seconds,
    lost: kinds('lost'),
    doubled: kinds('doubled'),
    'screens different': kinds('not shown'),
  }
}

async function populate(sql: Sql, recipients: number): Promise<string[]> {
  const names = Array.from({ length: recipients }, (_, at) => `customer-${at + 1}`)
  await sql`
    insert into people (id, name, role, accept_bulk)
    select id, id, 'customer', id <> ${unwilling} from unnest(${[...names, unwilling]}::text[]) id`
  return names
}

/** Some of them are online, with the product's own client; the contractor has a bare wire. */
async function gather(stage: Stage, names: readonly string[]) {
  const { hostSecret, url: target, ledger } = stage
  const people = await Promise.all(
    names.map(name => join({ name, role: 'customer', target, hostSecret, ledger, parts: {} })),
  )
  const wire = await bareWire(stage, senderId)
  return {
    people,
    wire,
    async [Symbol.asyncDispose]() {
      wire.close()
      await Promise.all(people.map(person => person.close()))
    },
  }
}

function everySoMany(names: readonly string[], count: number): string[] {
  return names.filter((_, at) => at % Math.floor(names.length / count) === 0).slice(0, count)
}

/** The same each time, until there is an answer. */
function sending(wire: Wire, userIds: readonly string[]): () => Promise<string> {
  const content = { type: 'text', text }
  const input = { idempotencyKey: randomUUID(), recipients: { userIds }, content }
  return async () => {
    let answer: unknown
    await until('it is answered', async () => {
      answer = await wire.mutation('bulk.send', input).catch(() => undefined)
      return answer !== undefined
    })
    return broadcast.parse(answer).id
  }
}

interface Breaking {
  broadcastId: string
  recipients: number
  kills: number
}

/**
 * Kills nodes while recipients are waiting, anywhere in the work on some of them: now one of the
 * two, so that the other goes on, now both. Postgres once, in the middle.
 *
 * @returns how many times it was not over then
 */
async function breakOff(stage: Stage, { broadcastId, recipients, kills }: Breaking) {
  const { nodes, postgres, random, sql } = stage
  let broke = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const due = (recipients * kill) / (kills + 1)
    await until('it goes on', async () => {
      const { settled, isOver } = await standing(sql, broadcastId)
      return settled > due || isOver
    })
    await pause(random.below(100))
    if (kill === Math.floor(kills / 2)) await postgres.kill()
    // Both when it would be over otherwise before all kills are done.
    const { settled } = await standing(sql, broadcastId)
    const isAhead = settled > (recipients * (kill + 1)) / (kills + 1)
    const dying = isAhead || kill % 2 === 0 ? nodes : [random.pick(nodes)]
    await Promise.all(dying.map(node => node.kill()))
    if (!(await standing(sql, broadcastId)).isOver) broke += 1
    await Promise.all(dying.map(node => node.restart()))
  }
  return broke
}

/** How far it is; waits for a database that is coming back. */
async function standing(sql: Sql, broadcastId: string) {
  for (;;) {
    try {
      const [row] = await sql<{ settled: number; isOver: boolean }[]>`
        select total_sent + total_failed as settled, finished_at is not null as is_over
        from broadcasts where id = ${broadcastId}`
      if (!row) throw new Error('there is no such broadcast')
      return row
    } catch (error) {
      if (!isUnavailable(error)) throw error
      await pause(50)
    }
  }
}

/** @returns what is wrong once everybody had the time to come back */
async function shownWithin(people: readonly Person[]): Promise<string[]> {
  const hasOne = () => people.every(({ client }) => client.conversations.get().items.length > 0)
  await until('', hasOne, 30_000).catch(() => {}) // whoever has none is told of below
  for (const { client, show } of people) {
    for (const { id } of client.conversations.get().items) await show(id)
  }
  return broadcastShown(people, text)
}
