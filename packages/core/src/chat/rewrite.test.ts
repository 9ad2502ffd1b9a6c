import { expect, test } from 'vitest'
import { block } from '../people/block.ts'
import { history } from '../testing/pages.ts'
import { pair, person, say, testCore, testNode } from '../testing/testCore.ts'
import { edit } from './edit.ts'
import { react } from './react.ts'
import { changesSince, get } from './read.ts'
import { remove } from './remove.ts'

test('[D5] reactions of many at once are all kept, on two nodes', async () => {
  const { core, databaseUrl } = await testCore()
  const other = await testNode(databaseUrl)
  const { ann, bob, id } = await pair(core)
  const { id: messageId } = await say(core, ann, id, 'well?')
  const emojis = ['👍', '❤️', '😂', '🎉', '👀']
  await Promise.all(
    emojis.flatMap(emoji => [
      react(core, ann, { messageId, emoji, on: true }),
      react(other.core, bob, { messageId, emoji, on: true }),
    ]),
  )
  const { messages } = await history(core, ann, { conversationId: id, limit: 1 })
  const reactions = messages[0]?.reactions ?? []
  expect(reactions.map(({ emoji }) => emoji).toSorted()).toEqual(emojis.toSorted())
  for (const { userIds } of reactions) expect(userIds).toHaveLength(2)
})

test('[D5] an edit that races a removal never brings the text back', async () => {
  const { core, databaseUrl } = await testCore()
  const other = await testNode(databaseUrl)
  const { ann, id } = await pair(core)
  for (let round = 0; round < 20; round += 1) {
    const { id: messageId, seq } = await say(core, ann, id, `secret ${round}`)
    await Promise.allSettled([
      edit(core, ann, { messageId, text: `secret again ${round}` }),
      remove(other.core, ann, messageId),
    ])
    const { messages } = await history(core, ann, { conversationId: id, after: seq - 1, limit: 1 })
    expect(messages[0]).toMatchObject({ seq, removedAt: expect.any(String) })
    expect(messages[0]?.content).toBeUndefined()
  }
})

test('[D6] a removed text is in no row and in no answer', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const { id: messageId } = await say(core, ann, id, 'a secret word')
  await react(core, bob, { messageId, emoji: '👀', on: true })
  await edit(core, ann, { messageId, text: 'another secret word' })
  const tombstone = await remove(core, ann, messageId)
  expect(tombstone).toMatchObject({ reactions: [], removedAt: expect.any(String) })
  const rows = await core.sql`select * from messages`
  const answers = [
    rows,
    tombstone,
    await get(core, bob, id),
    await history(core, bob, { conversationId: id, limit: 10 }),
    await changesSince(core, bob, { conversationId: id, version: 0 }),
  ]
  expect(JSON.stringify(answers)).not.toContain('secret')
})

test('repeating an edit, a removal or a reaction changes nothing', async () => {
  const { core } = await testCore()
  const { ann, id } = await pair(core)
  const { id: messageId } = await say(core, ann, id, 'text')
  const edited = await edit(core, ann, { messageId, text: 'other' })
  expect(await edit(core, ann, { messageId, text: 'other' })).toEqual(edited)
  const reacted = await react(core, ann, { messageId, emoji: '👍', on: true })
  expect(await react(core, ann, { messageId, emoji: '👍', on: true })).toEqual(reacted)
  const bare = await react(core, ann, { messageId, emoji: '👍', on: false })
  expect(bare.reactions).toEqual([])
  expect(await react(core, ann, { messageId, emoji: '👍', on: false })).toEqual(bare)
  const removed = await remove(core, ann, messageId)
  expect(await remove(core, ann, messageId)).toEqual(removed)
  expect((await get(core, ann, id)).version).toBe(removed.version)
})

test('an edit names who is mentioned from then on, of those who take part; without that, whoever was', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const eve = await person(core, 'Eve')
  const { id: messageId } = await say(core, ann, id, 'hello')
  const mentionedAfter = async (text: string, mentions?: string[]) =>
    (await edit(core, ann, { messageId, text, mentions })).content?.mentions
  expect(await mentionedAfter('@Bob', [bob.userId, eve.userId])).toEqual([bob.userId])
  expect(await mentionedAfter('@Bob!')).toEqual([bob.userId])
  expect(await mentionedAfter('@Eve', [eve.userId])).toBeUndefined()
  expect(await mentionedAfter('@Bob', [bob.userId])).toEqual([bob.userId])
  expect(await mentionedAfter('nobody', [])).toBeUndefined()
})

test('[D19] an edit that does not know of the last one changes nothing', async () => {
  const { core } = await testCore()
  const { ann, id } = await pair(core)
  const { id: messageId } = await say(core, ann, id, 'first')
  const late = { messageId, text: 'late', editedAt: null }
  const second = await edit(core, ann, { messageId, text: 'second', editedAt: null })
  await expect(edit(core, ann, late)).rejects.toMatchObject({ reason: 'CONFLICT' })
  expect(await edit(core, ann, { messageId, text: 'second', editedAt: null })).toEqual(second)
  const third = await edit(core, ann, { ...late, text: 'third', editedAt: second.editedAt })
  expect(third).toMatchObject({ content: { text: 'third' } })
  const stale = { messageId, text: 'late', editedAt: second.editedAt }
  await expect(edit(core, ann, stale)).rejects.toMatchObject({ reason: 'CONFLICT' })
  // Whoever does not say what they know has the last word, as before.
  expect(await edit(core, ann, { messageId, text: 'last' })).toMatchObject({
    content: { text: 'last' },
  })
})

test('only the sender edits and removes; a removed message takes no edit and no reaction', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const { id: messageId } = await say(core, ann, id, 'mine')
  const forbidden = { reason: 'FORBIDDEN' }
  await expect(edit(core, bob, { messageId, text: 'yours' })).rejects.toMatchObject(forbidden)
  await expect(remove(core, bob, messageId)).rejects.toMatchObject(forbidden)
  await remove(core, ann, messageId)
  const conflict = { reason: 'CONFLICT' }
  await expect(edit(core, ann, { messageId, text: 'back' })).rejects.toMatchObject(conflict)
  await expect(react(core, bob, { messageId, emoji: '👍', on: true })).rejects.toMatchObject(
    conflict,
  )
})

test('[D3] a stranger meets the answer of a message that does not exist', async () => {
  const { core } = await testCore()
  const { ann, id } = await pair(core)
  const eve = await person(core, 'Eve')
  const { id: messageId } = await say(core, ann, id, 'private')
  for (const act of [
    () => edit(core, eve, { messageId, text: 'x' }),
    () => remove(core, eve, messageId),
    () => react(core, eve, { messageId, emoji: '👍', on: true }),
    () => edit(core, ann, { messageId: `${id}.77`, text: 'x' }),
  ]) {
    await expect(act()).rejects.toMatchObject({
      reason: 'NOT_FOUND',
      message: 'There is no such message.',
    })
  }
})

test('somebody who was blocked can neither edit nor react, but take back what they wrote', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const { id: messageId } = await say(core, bob, id, 'nice')
  await block(core, ann, bob.userId)
  const refused = { reason: 'FORBIDDEN', message: 'Not delivered.' }
  await expect(edit(core, bob, { messageId, text: 'not nice' })).rejects.toMatchObject(refused)
  const reaction = { messageId, emoji: '👎', on: true }
  await expect(react(core, bob, reaction)).rejects.toMatchObject(refused)
  await expect(react(core, ann, reaction)).resolves.toMatchObject({ reactions: [{ emoji: '👎' }] })
  await expect(remove(core, bob, messageId)).resolves.toMatchObject({ reactions: [] })
})
