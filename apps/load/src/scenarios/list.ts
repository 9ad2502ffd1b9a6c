import { listConversations } from '@parley/db/queries/readConversations'
import { conversation } from '@parley/protocol/conversation'
import * as z from 'zod/mini'
import { openWire } from '../devices/wire.ts'
import { openDatabase } from '../rows/openDatabase.ts'
import { type Population, populate } from '../rows/populate.ts'
import type { Figure, Scenario } from '../scenario.ts'
import { startServer } from '../server/server.ts'
import { measureRead } from './reads.ts'

const conversations = 500

/** As of a marketplace in a middling town. */
const population: Population = {
  seed: 'list',
  customers: 20_000,
  contractors: 2000,
  conversationsEach: 20,
  messagesEach: 10,
  busy: conversations,
  long: 0,
}
/** The statement of issue: one page is one statement, of at most so many milliseconds. */
const target = 10

export const list: Scenario = {
  name: 'list',
  about: () => `chat.list of a contractor with ${conversations} conversations, of 40,000 in all`,
  async run({ profile }) {
    await using server = await startServer()
    await using database = openDatabase(await server.databaseUrl())
    const { sql } = database
    const { busyId, messages } = await populate(sql, population)
    const token = await server.token({
      userId: busyId,
      name: 'Busy Contractor',
      role: 'contractor',
    })
    const wire = openWire(server.url, token)
    const figures: Figure[] = []
    const notes = [`${messages.toLocaleString('en')} messages in the database.`]
    for (const limit of [50, 100]) {
      const page = { limit, archived: false, after: null }
      const answer = z.object({ items: z.array(conversation).check(z.length(limit)) })
      const measured = await measureRead({
        name: `page of ${limit}`,
        target,
        server,
        sql,
        profile: profile ? `list-${limit}` : undefined,
        ask: () => wire.query('chat.list', { limit }),
        check: read => answer.parse(read),
        statement: runner => listConversations(runner, busyId, page),
      })
      figures.push(...measured.figures)
      notes.push(...measured.notes)
    }
    wire.close()
    return { figures, notes }
  },
}
