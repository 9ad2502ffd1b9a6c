import { expect, test } from 'vitest'
import { Refused } from './refused.ts'
import { createWorld } from './testing/world.ts'

async function talking(seed = 1) {
  const world = createWorld(seed)
  const { server, clock } = world
  const { id } = server.open('ann', { participantIds: ['bob'] })
  for (const by of ['ann', 'bob'])
    server.send(by, {
      conversationId: id,
      clientId: by,
      content: { type: 'text', text: `of ${by}` },
    })
  const ann = world.join('ann')
  const handle = ann.conversation(id)
  handle.watch()
  await clock.advance(2000)
  const [own, theirs] = handle.view.get().messages.map(message => message.id)
  if (!own || !theirs) throw new Error('both messages are loaded')
  const message = (messageId: string) =>
    handle.view.get().messages.find(({ id: one }) => one === messageId)
  const calls = (name: string) => ann.transport.log.filter(({ call }) => call === name)
  return { ...world, id, ann, handle, own, theirs, message, calls }
}

test('[A1] an edit shows at once and stays when it is stored', async () => {
  const { clock, handle, network, own, message, server, id } = await talking()
  network.weather.delayMs = 400
  const seen: (string | undefined)[] = []
  handle.view.subscribe(() => seen.push(message(own)?.content?.text))
  const done = handle.edit(own, 'edited')
  expect(message(own)).toMatchObject({ content: { text: 'edited' } })
  expect(message(own)?.editedAt).toBeDefined()
  await clock.advance(3000)
  await done
  expect(server.room(id)?.messages[0]?.content?.text).toBe('edited')
  expect(new Set(seen)).toEqual(new Set(['edited']))
})

test('[A4] an edit that was held up in a dead line does not undo a newer one', async () => {
  const { ann, clock, handle, own, server, id } = await talking()
  ann.transport.freeze()
  const first = handle.edit(own, 'older')
  const second = handle.edit(own, 'newer')
  await clock.advance(1)
  const held = { messageId: own, text: 'older', editedAt: null }
  await clock.advance(60_000) // the line is given up, another one is opened
  await Promise.all([first, second])
  expect(server.room(id)?.messages[0]?.content?.text).toBe('newer')
  expect(() => server.edit('ann', held)).toThrow(expect.objectContaining({ reason: 'CONFLICT' }))
  expect(server.room(id)?.messages[0]?.content?.text).toBe('newer')
})

test('[A1] a refused edit is undone with its reason', async () => {
  const { ann, clock, handle, own, message } = await talking()
  ann.transport.intercept = call => (call === 'edit' ? new Refused('CONFLICT') : undefined)
  const done = handle.edit(own, 'edited')
  const outcome = expect(done).rejects.toMatchObject({ reason: 'CONFLICT' })
  await clock.advance(1000)
  await outcome
  expect(message(own)?.content?.text).toBe('of ann')
})

test('[A1] a reaction shows at once, on and off, and joins those of others', async () => {
  const { clock, handle, network, theirs, message, server } = await talking()
  server.react('bob', { messageId: theirs, emoji: '👍', on: true })
  await clock.advance(10)
  network.weather.delayMs = 300
  const on = handle.react(theirs, '👍', true)
  expect(message(theirs)?.reactions).toEqual([{ emoji: '👍', userIds: ['bob', 'ann'] }])
  await clock.advance(2000)
  await on
  const off = handle.react(theirs, '👍', false)
  expect(message(theirs)?.reactions).toEqual([{ emoji: '👍', userIds: ['bob'] }])
  await clock.advance(2000)
  await off
  expect(message(theirs)?.reactions).toEqual([{ emoji: '👍', userIds: ['bob'] }])
})

test('[A1] an act made offline goes out after the reconnect', async () => {
  const { ann, clock, handle, own, message, id, server } = await talking()
  ann.transport.blocked = true
  ann.transport.cut()
  const done = handle.edit(own, 'edited offline')
  await clock.advance(30_000)
  expect(message(own)?.content?.text).toBe('edited offline')
  ann.transport.blocked = false
  await clock.advance(15_000)
  await done
  expect(server.room(id)?.messages[0]?.content?.text).toBe('edited offline')
})

test('[A1] what one keeps for oneself shows at once, and a refusal undoes it', async () => {
  const { ann, clock, handle, id, server } = await talking()
  const item = () => ann.conversations.get().items.find(one => one.id === id)
  const done = handle.setMine({ pinned: true, muted: true })
  expect(item()).toMatchObject({ pinned: true, muted: true })
  await clock.advance(1000)
  await done
  expect(item()).toMatchObject({ pinned: true, muted: true })
  expect(server.room(id)?.participants[0]).toMatchObject({ pinned: true })
  ann.transport.intercept = () => new Refused('FORBIDDEN')
  const outcome = expect(handle.setMine({ archived: true })).rejects.toMatchObject({
    reason: 'FORBIDDEN',
  })
  expect(item()).toBeUndefined()
  await clock.advance(1000)
  await outcome
  expect(item()).toMatchObject({ archived: false, pinned: true })
})

test('[A2] of two acts on one message the last one wins, whatever the network does', async () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const { clock, handle, network, theirs, id, server } = await talking(seed)
    network.weather.delayMs = 500
    const acts = [
      handle.react(theirs, '👍', true),
      handle.react(theirs, '👍', false),
      handle.react(theirs, '👍', true),
    ]
    await clock.advance(10_000)
    await Promise.all(acts)
    expect(server.room(id)?.messages[1]?.reactions).toEqual([{ emoji: '👍', userIds: ['ann'] }])
  }
})

test('[A3] a removal waits five seconds, and is a tombstone then', async () => {
  const { clock, handle, own, message, calls } = await talking()
  const done = handle.remove(own)
  handle.remove(own)
  expect([...handle.view.get().removing]).toEqual([own])
  expect(message(own)?.content?.text).toBe('of ann')
  await clock.advance(4900)
  expect(calls('remove')).toHaveLength(0)
  await clock.advance(200)
  await done
  expect([...handle.view.get().removing]).toEqual([])
  expect(message(own)?.removedAt).toBeDefined()
  expect(message(own)).not.toHaveProperty('content')
  await clock.advance(10_000)
  expect(calls('remove')).toHaveLength(1)
})

test('[A3] undone in time, nothing is sent, and it can be removed again', async () => {
  const { clock, handle, own, message, calls } = await talking()
  const undone = handle.remove(own)
  await clock.advance(3000)
  handle.undoRemove(own)
  await undone
  expect([...handle.view.get().removing]).toEqual([])
  await clock.advance(10_000)
  expect(calls('remove')).toHaveLength(0)
  expect(message(own)?.content?.text).toBe('of ann')
  handle.remove(own)
  await clock.advance(6000)
  expect(message(own)?.removedAt).toBeDefined()
})

test('[A3] when the page is hidden a removal goes out at once', async () => {
  const { ann, clock, handle, own, message, calls } = await talking()
  handle.remove(own)
  await clock.advance(1000)
  ann.hurry()
  await clock.advance(10)
  expect(calls('remove')).toHaveLength(1)
  expect(message(own)?.removedAt).toBeDefined()
})

test('[A3] a refused removal brings the message back, with the reason', async () => {
  const { ann, clock, handle, own, message } = await talking()
  ann.transport.intercept = call => (call === 'remove' ? new Refused('FORBIDDEN') : undefined)
  const outcome = expect(handle.remove(own)).rejects.toMatchObject({ reason: 'FORBIDDEN' })
  await clock.advance(6000)
  await outcome
  expect(message(own)?.content?.text).toBe('of ann')
})

test('opening a group asks once, however often the answer is lost', async () => {
  const { ann, clock, network, server } = await talking()
  const before = server.opened()
  network.weather.answerLost = 1
  const opening = ann.open({ participantIds: ['bob', 'cem'], title: 'Three' })
  await clock.advance(45_000)
  network.weather.answerLost = 0
  await clock.advance(45_000)
  const id = await opening
  expect(server.opened()).toBe(before + 1)
  expect(ann.conversations.get().items.map(item => item.id)).toContain(id)
})

test('a view and a list hand out the same objects while nothing changes', async () => {
  const { ann, clock, handle, id, server } = await talking()
  const other = server.open('ann', { participantIds: ['cem'] })
  await clock.advance(2000)
  const view = handle.view.get()
  const list = ann.conversations.get()
  await clock.advance(20_000)
  expect(handle.view.get()).toBe(view)
  expect(ann.conversations.get()).toBe(list)
  server.send('cem', {
    conversationId: other.id,
    clientId: 'x',
    content: { type: 'text', text: 'hi' },
  })
  await clock.advance(10)
  expect(handle.view.get()).toBe(view)
  const item = (items: typeof list.items) => items.find(one => one.id === id)
  expect(ann.conversations.get()).not.toBe(list)
  expect(item(ann.conversations.get().items)).toBe(item(list.items))
})
