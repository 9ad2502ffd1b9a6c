import { limits } from '@parley/protocol/limits'
import { expect, test } from 'vitest'
import { pair, person, say, testCore } from '../testing/testCore.ts'
import { edit } from './edit.ts'
import { open } from './open.ts'
import { changesSince, history, list } from './read.ts'

test('a page of history is bounded before, after, around, or the newest', async () => {
  const { core } = await testCore()
  const { ann, id } = await pair(core)
  for (let at = 1; at <= 12; at += 1) await say(core, ann, id, `${at}`)
  const seqs = async (bounds: { before?: number; after?: number; around?: number }, limit = 4) => {
    const page = await history(core, ann, { conversationId: id, limit, ...bounds })
    expect(page.version).toBe(13)
    return page.messages.map(({ seq }) => seq)
  }
  expect(await seqs({})).toEqual([9, 10, 11, 12])
  expect(await seqs({ before: 9 })).toEqual([5, 6, 7, 8])
  expect(await seqs({ before: 3 })).toEqual([1, 2])
  expect(await seqs({ before: 1 })).toEqual([])
  expect(await seqs({ after: 0 })).toEqual([1, 2, 3, 4])
  expect(await seqs({ after: 10 })).toEqual([11, 12])
  expect(await seqs({ after: 12 })).toEqual([])
  expect(await seqs({ around: 6 })).toEqual([4, 5, 6, 7])
  expect(await seqs({ around: 1 })).toEqual([1, 2, 3, 4])
  expect(await seqs({ around: 12 })).toEqual([9, 10, 11, 12])
  expect(await seqs({ around: 2_000_000_000 })).toEqual([9, 10, 11, 12])
  expect(await seqs({ around: 5 }, 100)).toHaveLength(12)
})

test('catching up comes in pages that reach a version each, and ends complete', async () => {
  const { core } = await testCore()
  const { ann, id } = await pair(core)
  for (let at = 1; at <= 260; at += 1) await say(core, ann, id, `${at}`)
  await edit(core, ann, { messageId: `${id}.3`, text: 'edited' })
  const first = await changesSince(core, ann, { conversationId: id, version: 1 })
  expect(first).toMatchObject({ complete: false })
  expect(first.changes).toHaveLength(200)
  const rest = await changesSince(core, ann, { conversationId: id, version: first.version })
  expect(rest).toMatchObject({ complete: true, version: 262 })
  const all = [...first.changes, ...rest.changes]
  expect(all.map(({ version }) => version)).toEqual(
    all.map(({ version }) => version).toSorted((a, b) => a - b),
  )
  expect(all.at(-1)).toMatchObject({
    version: 262,
    message: { seq: 3, content: { text: 'edited' } },
  })
  const ids = all.map(change => JSON.stringify(change).match(/"seq":(\d+)/)?.[1])
  expect(new Set(ids).size).toBe(260)
  const none = await changesSince(core, ann, { conversationId: id, version: 262 })
  expect(none).toEqual({ changes: [], version: 262, complete: true })
})

test('a page of the list ends before it has too many participants, and has at least one conversation', async () => {
  const { core } = await testCore()
  const ann = await person(core, 'Ann', 'admin')
  const most = limits.pageParticipants
  const sizes = [3, most - 100, 97, 1, most - 1, most + 24, 2]
  const names = Array.from({ length: most + 23 }, (_, at) => `member ${at}`)
  await core.sql`
    insert into people (id, name, role) select unnest(${names}::text[]), 'Member', 'customer'`
  for (const [at, size] of sizes.entries()) {
    const [row] = await core.sql`
      insert into conversations (opened_by, open_key, updated_at)
      values (${ann.userId}, gen_random_uuid(), now() - ${at} * interval '1 s') returning id`
    await core.sql`
      insert into participants (conversation_id, user_id)
      select ${row?.id}, unnest(${[ann.userId, ...names.slice(0, size - 1)]}::text[])`
  }
  const pages: number[][] = []
  let cursor: string | undefined
  do {
    const page = await list(core, ann, { limit: 4, archived: false, cursor })
    pages.push(page.items.map(({ participants }) => participants.length))
    cursor = page.nextCursor
  } while (cursor)
  expect(pages).toEqual([[3, most - 100, 97], [1, most - 1], [most + 24], [2]])
})

test('a page that ends with the last conversation says that there is no more', async () => {
  const { core } = await testCore()
  const { ann } = await pair(core)
  expect(await list(core, ann, { limit: 1, archived: false })).not.toHaveProperty('nextCursor')
})

test('the list has the newest activity first and every conversation on one page', async () => {
  const { core } = await testCore()
  const ann = await person(core, 'Ann', 'customer')
  const ids: string[] = []
  for (let at = 0; at < 7; at += 1) {
    const other = await person(core, `Other ${at}`, 'contractor')
    ids.push((await open(core, ann, { participantIds: [other.userId] })).id)
  }
  await say(core, ann, ids[2]!, 'newest')
  const pages: string[][] = []
  let cursor: string | undefined
  do {
    const page = await list(core, ann, { limit: 3, archived: false, cursor })
    pages.push(page.items.map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor)
  expect(pages.map(page => page.length)).toEqual([3, 3, 1])
  expect(pages[0]?.[0]).toBe(ids[2])
  expect(pages.flat().toSorted()).toEqual(ids.toSorted())
})
