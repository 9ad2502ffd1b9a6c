import { expect, test } from 'vitest'
import type { News } from './news.ts'
import { createBrowser } from './testing/browser.ts'
import { createWorld } from './testing/world.ts'

async function listening() {
  const world = createWorld()
  const { server, clock } = world
  const { id } = server.open('ann', { participantIds: ['bob'] })
  let texts = 0
  const say = (by: string, to = id, mentions: string[] = []) => {
    texts += 1
    const content = { type: 'text' as const, text: `text ${texts}`, mentions }
    return server.send(by, { conversationId: to, clientId: `c${texts}`, content })
  }
  say('bob')
  const ann = world.join('ann')
  const heard: News[] = []
  ann.news.subscribe(() => {
    const news = ann.news.get()
    if (news) heard.push(news)
  })
  await clock.advance(2000)
  const texted = () => heard.map(({ message }) => message.content?.text)
  return { ...world, id, ann, say, heard, texted }
}

test('[N2] what was there before is none; a message of somebody else that comes is', async () => {
  const { ann, clock, id, say, heard } = await listening()
  expect(ann.news.get()).toBeUndefined()
  const message = say('bob')
  await clock.advance(100)
  const plain = { isMentioned: false, isMuted: false, isArchived: false }
  expect(heard).toEqual([{ conversationId: id, message, ...plain }])
})

test('[N2] one’s own messages, edits, reactions and what became of a group are none', async () => {
  const { ann, clock, id, say, server, heard } = await listening()
  say('ann')
  server.edit('bob', { messageId: `${id}.1`, text: 'other' })
  server.react('bob', { messageId: `${id}.1`, emoji: '👍', on: true })
  server.remove('bob', `${id}.1`)
  const group = server.open('bob', { participantIds: ['ann', 'cem'], key: 'k' })
  server.rename('bob', group.id, 'Roof')
  ann.conversation(id).watch()
  await clock.advance(5000)
  expect(ann.conversations.get().items).toHaveLength(2)
  expect(heard).toEqual([])
})

test('[N2] also the first message of a conversation that was not known', async () => {
  const { clock, server, texted } = await listening()
  server.broadcast('eva', ['ann'], 'hello')
  await clock.advance(3000)
  expect(texted()).toEqual(['hello'])
})

test('[N2] one whose publication was lost is news as soon as the sweep brings it, once', async () => {
  const { clock, network, say, texted } = await listening()
  network.weather.publicationLost = 1
  say('bob')
  await clock.advance(6000)
  expect(texted()).toEqual(['text 2'])
})

test('[N2] what was read elsewhere before it came is none', async () => {
  const { ann, clock, id, say, server, heard } = await listening()
  ann.transport.blocked = true
  ann.transport.cut()
  say('bob')
  server.markRead('ann', id, 2)
  ann.transport.blocked = false
  await clock.advance(15_000)
  expect(ann.conversations.get().items[0]?.lastMessage?.seq).toBe(2)
  expect(heard).toEqual([])
})

test('[N2] pages of the list and of the history bring none', async () => {
  const { clock, join, say, server } = await listening()
  for (let at = 0; at < 60; at += 1)
    say('dan', server.open('dan', { participantIds: [`${at}`, 'eve'], key: `${at}` }).id)
  const eve = join('eve')
  let told = 0
  eve.news.subscribe(() => {
    told += 1
  })
  await clock.advance(2000)
  void eve.loadMore()
  await clock.advance(2000)
  const { items } = eve.conversations.get()
  expect(items).toHaveLength(60)
  eve.conversation(items[0]?.id ?? '').watch()
  await clock.advance(2000)
  expect(told).toBe(0)
})

test('[N2] a reload brings none of what was kept, and what came meanwhile once', async () => {
  const { clock, join, say } = await listening()
  const browser = createBrowser(clock)
  const first = browser.openTab()
  const before = join('ann', { store: first.store, tabs: first.tabs })
  await clock.advance(5000)
  before.close()
  const { store, tabs } = browser.openTab()
  const ann = join('ann', { store, tabs })
  let told = 0
  ann.news.subscribe(() => {
    told += 1
  })
  await clock.advance(5000)
  expect([told, ann.conversations.get().items.length]).toEqual([0, 1])
  ann.close()
  say('bob')
  const again = browser.openTab()
  const later = join('ann', { store: again.store, tabs: again.tabs })
  await clock.advance(5000)
  expect(later.news.get()?.message.content?.text).toBe('text 2')
})

test.each([
  ['one’s own wish on another device', 'setMine'],
  ['an edit', 'edit'],
  ['a reaction', 'react'],
  ['a new title', 'rename'],
] as const)('[N2] of what is not held, %s brings no news of an old message', async (_, act) => {
  const { clock, join, say, server } = await listening()
  const { id } = server.open('fay', { participantIds: ['gus', 'hal'], key: 'k' })
  const { seq } = say('gus', id)
  server.markDelivered('fay', id, seq)
  server.setMine('fay', { conversationId: id, archived: true })
  const fay = join('fay')
  let told = 0
  fay.news.subscribe(() => {
    told += 1
  })
  await clock.advance(2000)
  if (act === 'setMine') server.setMine('fay', { conversationId: id, archived: false })
  if (act === 'edit') server.edit('gus', { messageId: `${id}.${seq}`, text: 'other' })
  if (act === 'react') server.react('hal', { messageId: `${id}.${seq}`, emoji: '👍', on: true })
  if (act === 'rename') server.rename('hal', id, 'Roof')
  await clock.advance(3000)
  expect([told, fay.held(id)?.lastSeq]).toEqual([0, act === 'rename' ? seq + 1 : seq])
  say('gus', id)
  await clock.advance(100)
  expect(told).toBe(1)
})

test('[N2] the first message of a conversation is news also where only the sweep told of it', async () => {
  const { clock, network, server, texted } = await listening()
  network.weather.publicationLost = 1
  server.broadcast('eva', ['ann'], 'hello')
  await clock.advance(6000)
  expect(texted()).toEqual(['hello'])
})

test('[N3] it says whether one is mentioned, and whether it is muted or archived', async () => {
  const { ann, clock, id, say, heard } = await listening()
  void ann.conversation(id).setMine({ muted: true, archived: true })
  say('bob', id, ['ann'])
  await clock.advance(100)
  expect(heard).toMatchObject([{ isMentioned: true, isMuted: true, isArchived: true }])
})

test('[N3] of several at once it is one that attention may be called to', async () => {
  const { ann, clock, say, server, texted } = await listening()
  const quiet = server.open('ann', { participantIds: ['cem'] })
  await clock.advance(100)
  void ann.conversation(quiet.id).setMine({ muted: true })
  await clock.advance(1000)
  ann.transport.freeze()
  for (const by of ['bob', 'bob']) say(by)
  say('cem', quiet.id)
  await clock.advance(100)
  ann.transport.thaw()
  await clock.advance(3000)
  // The first is told at once, the others together.
  expect(texted()).toEqual(['text 2', 'text 3'])
})

test('[N1] totals count what the list shows, without what is muted or archived', async () => {
  const { ann, clock, id, say, server } = await listening()
  const others = ['cem', 'dan', 'eva'].map(
    name => server.open('ann', { participantIds: [name] }).id,
  )
  const [muted = '', archived = '', marked = ''] = others
  await clock.advance(1000)
  expect(ann.unread.get()).toEqual({ messages: 1, conversations: 1 })
  say('cem', muted)
  say('dan', archived)
  say('dan', archived)
  await clock.advance(1000)
  expect(ann.unread.get()).toEqual({ messages: 4, conversations: 3 })
  const seen: unknown[] = []
  ann.unread.subscribe(() => seen.push(ann.unread.get()))
  void ann.conversation(muted).setMine({ muted: true })
  void ann.conversation(archived).setMine({ archived: true })
  void ann.conversation(marked).setMine({ unread: true })
  expect(ann.unread.get()).toEqual({ messages: 1, conversations: 2 })
  expect(seen.at(-1)).toEqual(ann.unread.get())
  ann.conversation(id).markRead(1)
  expect(ann.unread.get()).toEqual({ messages: 0, conversations: 1 })
  expect(ann.unread.get()).toBe(ann.unread.get())
})

test('[N1] more than a hundred are a hundred', async () => {
  const { ann, clock, say, server } = await listening()
  const { id } = server.open('ann', { participantIds: ['cem'] })
  for (let at = 0; at < 60; at += 1) {
    say('bob')
    say('cem', id)
  }
  await clock.advance(5000)
  expect(ann.unread.get()).toEqual({ messages: 100, conversations: 2 })
})
