import { history as readHistory } from '@parley/db/queries/history'
import { message } from '@parley/protocol/message'
import * as z from 'zod/mini'
import { openWire } from '../devices/wire.ts'
import { openDatabase } from '../rows/openDatabase.ts'
import { type Population, populate } from '../rows/populate.ts'
import type { Figure, Scenario } from '../scenario.ts'
import { startServer } from '../server/server.ts'
import { measureRead } from './reads.ts'

const long = 100_000
const limit = 50
const target = 3

const population: Population = {
  seed: 'history',
  customers: 5000,
  contractors: 500,
  conversationsEach: 20,
  messagesEach: 10,
  busy: 0,
  long,
}

const answer = z.object({ messages: z.array(message).check(z.length(limit)) })

/** Another page each time, as many readers would ask for. */
function somewhere(at: number): number {
  return 1000 + ((at * 7919) % (long - 2000))
}

const pages = [
  { name: 'newest', bound: () => ({}), last: () => long },
  {
    name: 'before',
    bound: (at: number) => ({ before: somewhere(at) }),
    last: (at: number) => somewhere(at) - 1,
  },
  {
    name: 'around',
    bound: (at: number) => ({ around: somewhere(at) }),
    last: (at: number) => somewhere(at) + limit / 2 - 1,
  },
]

export const history: Scenario = {
  name: 'history',
  about: () => `pages of ${limit} out of a conversation of ${long.toLocaleString('en')} messages`,
  async run({ profile }) {
    await using server = await startServer()
    await using database = openDatabase(await server.databaseUrl())
    const { sql } = database
    const { longId, conversationId, messages } = await populate(sql, population)
    const token = await server.token({
      userId: longId,
      name: 'Long Contractor',
      role: 'contractor',
    })
    const wire = openWire(server.url, token)
    const figures: Figure[] = []
    const notes = [`${messages.toLocaleString('en')} messages in the database.`]
    for (const { name, bound, last } of pages) {
      const measured = await measureRead({
        name,
        target,
        server,
        sql,
        profile: profile ? `history-${name}` : undefined,
        ask: at => wire.query('chat.history', { conversationId, limit, ...bound(at) }),
        check(read, at) {
          const found = answer.parse(read).messages.at(-1)?.seq
          if (found !== last(at)) throw new Error(`The page ends at ${found}, not at ${last(at)}.`)
        },
        statement: (runner, at) =>
          readHistory(runner, longId, { conversationId, limit, ...bound(at) }),
      })
      figures.push(...measured.figures)
      notes.push(...measured.notes)
    }
    wire.close()
    return { figures, notes }
  },
}
