import { limits } from '@parley/protocol/limits'
import { expect, test } from 'vitest'
import { history, list } from '../testing/pages.ts'
import { pair, person, say, testCore } from '../testing/testCore.ts'
import { addPeople } from './addPeople.ts'
import { edit } from './edit.ts'
import { leave } from './leave.ts'
import { open } from './open.ts'
import { changesSince, get } from './read.ts'
import { remove } from './remove.ts'

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

test('a page around, after or before what one may not see, or what was removed, has the nearest messages', async () => {
  const { core } = await testCore()
  const [ann, bob, cem] = [
    await person(core, 'Ann', 'customer'),
    await person(core, 'Bob', 'contractor'),
    await person(core, 'Cem', 'customer'),
  ]
  const { id } = await open(core, bob, { participantIds: [ann.userId, cem.userId] })
  for (let at = 1; at <= 8; at += 1) await say(core, bob, id, `${at}`)
  await leave(core, ann, id)
  await addPeople(core, bob, { conversationId: id, userIds: [ann.userId], withHistory: false })
  for (let at = 1; at <= 5; at += 1) await say(core, bob, id, `later ${at}`)
  const { lastSeq } = await get(core, ann, id)
  await remove(core, bob, `${id}.${lastSeq - 2}`)
  const all = (await history(core, ann, { conversationId: id, limit: 50 })).messages
  const seqs = all.map(({ seq }) => seq)
  const [first = 0] = seqs
  expect(first).toBeGreaterThan(8)
  expect(seqs).toEqual(seqs.map((_, at) => first + at))
  expect(all.find(({ removedAt }) => removedAt)).toMatchObject({ seq: lastSeq - 2, reactions: [] })

  const page = async (bounds: { before?: number; after?: number; around?: number }, limit = 2) =>
    (await history(core, ann, { conversationId: id, limit, ...bounds })).messages.map(
      ({ seq }) => seq,
    )
  for (const around of [1, first - 1, first])
    expect(await page({ around })).toEqual(seqs.slice(0, 2))
  expect(await page({ around: lastSeq - 2 })).toEqual([lastSeq - 3, lastSeq - 2])
  expect(await page({ around: lastSeq - 2 }, 1)).toEqual([lastSeq - 2])
  expect(await page({ around: 2_147_483_647 })).toEqual(seqs.slice(-2))
  expect(await page({ around: 1 }, 50)).toEqual(seqs)
  for (const after of [0, first - 1]) expect(await page({ after })).toEqual(seqs.slice(0, 2))
  for (const after of [lastSeq, 2_147_483_647]) expect(await page({ after })).toEqual([])
  for (const before of [1, first]) expect(await page({ before })).toEqual([])
  expect(await page({ before: first + 1 })).toEqual([first])
  expect(await page({ before: 2_147_483_647 })).toEqual(seqs.slice(-2))
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
