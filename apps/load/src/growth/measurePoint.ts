/** A server of its own with so many rows and connections: what it costs to use it. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Sql } from '@parley/db/database'
import { changedAmong, headsOf, presentHorizon } from '@parley/db/queries/heads'
import { type Latencies, timed } from '../measure/latencies.ts'
import { postgresOf } from '../measure/postgres.ts'
import { openDatabase } from '../rows/openDatabase.ts'
import { type Populated, populate } from '../rows/populate.ts'
import type { Figure } from '../scenario.ts'
import { startServer } from '../server/server.ts'
import { type Contestant, contestant } from '../versus/contestant.ts'
import { pairsOf } from '../versus/conversation.ts'
import { atRate } from '../versus/drivers.ts'
import { eachOf } from '../versus/eachOf.ts'
import { mistakesOf } from '../versus/mistakes.ts'
import { objectionsTo } from '../versus/objections.ts'
import { parley } from '../versus/parley.ts'
import { openSide, type Side } from '../versus/side.ts'
import { inTurns } from '../versus/windows.ts'
import type { Point } from './points.ts'

export interface Load {
  pairs: number
  perSecond: number
  seconds: number
}

export interface Measurements {
  point: Point
  figures: Figure[]
  notes: string[]
}

export type Measured = Measurements & { objections: string[] }

/** Few at once: the door admits only so many who have not said yet whose they are. */
const atOnce = 50
/** For a server to notice that sockets have gone, and to tidy up. */
const settlingMs = 3000
/** Within what one person may ask for in a minute. */
const times = 50
const warmUp = 10

export async function measurePoint(point: Point, load: Load): Promise<Measured> {
  await using server = await startServer()
  await using database = openDatabase(await server.databaseUrl())
  const { sql } = database
  const begun = performance.now()
  const made = await populate(sql, point.population)
  const seconds = (performance.now() - begun) / 1000
  const one = contestant('Parley', parley, server, sql)
  const empty = await one.memory()

  const idle = await openIdle(one, point.connections)
  const side = await openSide(one, pairsOf(load.pairs))
  const chatting = await chat(side, sql, load)
  const reading = await read(one, made)
  const sweeping = await sweep(side, sql, [...idle.people, ...peopleOf(side)], load)
  const during = await one.memory()
  await side.close()
  await idle.close()
  await pause(settlingMs)
  const after = await one.memory()

  const { messages, wrong } = await side.compare()
  const mistakes = mistakesOf(point.name, wrong, [...side.failures, ...idle.failures])
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'))
  const { objections, figures } = chatting
  const weights = [
    mib('heap and buffers before', empty.usedBytes),
    mib('heap and buffers while all are there', during.usedBytes),
    mib('heap and buffers after all have gone', after.usedBytes),
    mib('server memory (RSS) while all are there', during.residentBytes),
    mib('server memory (RSS) after all have gone', after.residentBytes),
    mib('database', await databaseBytes(sql)),
  ]
  return {
    point,
    figures: [
      ...figures,
      ...reading,
      ...sweeping,
      ...weights,
      { what: 'making the rows', value: seconds, unit: 's' },
    ],
    notes: [
      `${point.name}: made ${made.messages.toLocaleString('en')} messages in ${seconds.toFixed(0)} s; ${messages.toLocaleString('en')} more were sent, stored and delivered.`,
    ],
    objections,
  }
}

const peopleOf = ({ conversations }: Side) => conversations.flatMap(({ members }) => members)

/** People with a conversation and a subscription, to whom nothing happens. */
async function openIdle(one: Contestant, count: number) {
  const conversations = pairsOf(count / 2)
  const people = conversations.flatMap(({ members }) => members)
  const failures: unknown[] = []
  await one.kind.seed(one.sql, conversations)
  const devices = await eachOf(people, atOnce, userId =>
    one.open(userId, {
      onDelivered: text => void failures.push(`a message that nobody sent: ${text}`),
      onFailed: reason => void failures.push(reason),
    }),
  )
  return { people, failures, close: () => eachOf(devices, atOnce, device => device.close()) }
}

async function chat(side: Side, sql: Sql, { perSecond, seconds }: Load) {
  const [measured] = await inTurns({
    turns: [{ side, drive: atRate(side, perSecond) }],
    postgres: await postgresOf(sql),
    rounds: 1,
    seconds,
  })
  if (!measured) throw new Error('one side has one measurement')
  const { acknowledgement, delivery, acknowledged, server, postgres } = measured
  return {
    objections: objectionsTo(measured),
    figures: [
      ms('acknowledged p50', acknowledgement),
      ms('acknowledged p99', acknowledgement, 99),
      ms('delivered p50', delivery),
      ms('delivered p99', delivery, 99),
      cpu('server CPU per 1,000 messages', server, acknowledged),
      cpu('Postgres CPU per 1,000 messages', postgres, acknowledged),
    ],
  }
}

/** Through the server, as somebody asks who has much to read. */
async function read(one: Contestant, { busyId, longId, conversationId }: Populated) {
  const busy = await one.open(busyId, ignored)
  const long = await one.open(longId, ignored)
  const listOf = (limit: number) => timed(times, warmUp, () => busy.ask('chat.list', { limit }))
  const [short, list] = [await listOf(10), await listOf(50)]
  const history = await timed(times, warmUp, at =>
    long.ask('chat.history', { conversationId, before: 1000 + at * 97, limit: 50 }),
  )
  const changes = await timed(times, warmUp, at =>
    long.ask('chat.changesSince', { conversationId, version: 1000 + at * 97 }),
  )
  const resume = await timed(times, warmUp, async () =>
    headsOf(one.sql, busyId, await presentHorizon(one.sql)),
  )
  await Promise.all([busy.close(), long.close()])
  return [
    ms('list, page of 10, p50', short),
    ms('list, page of 50, p50', list),
    ms('history, page of 50, p50', history),
    ms('changesSince, page of 200, p50', changes),
    ms('resuming with nothing new, the statements, p50', resume),
  ]
}

const ignored = { onDelivered() {}, onFailed() {} }

/** The node's sweep: nothing new, and what two seconds of the load have left. */
async function sweep(side: Side, sql: Sql, people: string[], { perSecond }: Load) {
  const idle = await timed(times, warmUp, async () =>
    changedAmong(sql, people, await presentHorizon(sql)),
  )
  const horizon = await presentHorizon(sql)
  await atRate(side, perSecond)(2)
  await side.settled()
  const busy = await timed(times, warmUp, () => changedAmong(sql, people, horizon))
  return [ms('sweep, nothing new, p50', idle), ms('sweep, after 2 s of the load, p50', busy)]
}

async function databaseBytes(sql: Sql): Promise<number> {
  const [row] = await sql<{ bytes: string }[]>`
    select pg_database_size(current_database()) as bytes`
  return Number(row?.bytes)
}

function ms(what: string, latencies: Latencies, percentile = 50): Figure {
  return { what, value: latencies.percentile(percentile), unit: 'ms' }
}

function cpu(what: string, seconds: number, messages: number): Figure {
  return { what, value: (seconds * 1e6) / messages, unit: 'ms' }
}

function mib(what: string, bytes: number): Figure {
  return { what, value: bytes / 2 ** 20, unit: 'MiB' }
}
