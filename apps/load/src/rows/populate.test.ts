import { history } from '@parley/db/queries/history'
import { listConversations } from '@parley/db/queries/readConversations'
import { testDatabase } from '@parley/db/testing'
import { expect, test } from 'vitest'
import { openDatabase } from './openDatabase.ts'
import { type Population, populate } from './populate.ts'

const small: Population = {
  seed: 'a',
  customers: 40,
  contractors: 5,
  conversationsEach: 8,
  messagesEach: 6,
  busy: 30,
  long: 300,
}

async function populated(population: Population) {
  const database = await testDatabase()
  const { sql, [Symbol.asyncDispose]: close } = openDatabase(database.url)
  return {
    sql,
    made: await populate(sql, population),
    async [Symbol.asyncDispose]() {
      await close()
      await database[Symbol.asyncDispose]()
    },
  }
}

test('the rows are as many as asked for, and read as if the acts had made them', async () => {
  await using here = await populated(small)
  const { sql, made } = here
  const [counts] = await sql`
    select (select count(*)::int from people) as people,
      (select count(*)::int from conversations) as conversations,
      (select count(*)::int from participants) as participants,
      (select count(*)::int from messages) as messages,
      (select count(*)::int from conversations c where last_seq = (
        select count(*) from messages m where m.conversation_id = c.id)) as whole`
  const conversations = 5 * 8 + 30 + 1
  expect(counts).toEqual({
    people: 40 + 5 + 2,
    conversations,
    participants: 2 * conversations,
    messages: made.messages,
    whole: conversations,
  })

  const page = { limit: 100, archived: false, after: null }
  const list = (await listConversations(sql, made.busyId, page)).items.toJSON()
  expect(list).toHaveLength(30)
  expect(list.every(({ lastSeq, lastMessage }) => lastMessage?.seq === lastSeq)).toBe(true)
  const unread = list.filter(({ unreadCount }) => unreadCount > 0).length
  expect(unread).toBeGreaterThan(0)
  expect(unread).toBeLessThan(20)

  const { longId, conversationId } = made
  const read = (await history(sql, longId, { conversationId, around: 150, limit: 50 }))?.toJSON()
  expect(read?.messages).toHaveLength(50)
  expect(read?.version).toBe(303)
})

test('the same seed makes the same rows, another one makes others', async () => {
  const digestOf = async (population: Population) => {
    await using here = await populated(population)
    const [row] = await here.sql<{ digest: string }[]>`
      select md5(string_agg(m::text, '' order by conversation_id, seq)) as digest from messages m`
    return row?.digest
  }
  const first = await digestOf(small)
  expect(await digestOf(small)).toBe(first)
  expect(await digestOf({ ...small, seed: 'b' })).not.toBe(first)
})

test('messages lie on the disk in the order of time, but for some in gaps of earlier pages', async () => {
  await using here = await populated(small)
  const [told] = await here.sql<{ correlation: number }[]>`
    select correlation from pg_stats where tablename = 'messages' and attname = 'created_at'`
  expect(told?.correlation).toBeGreaterThan(0.9)
})
