import type { Typing } from '@parley/protocol/typing'
import { expect, test } from 'vitest'
import type { Listener } from './keepFollowing.ts'
import { Refused } from './refused.ts'
import { retryAfter } from './retry.ts'
import { createManualClock } from './testing/manualClock.ts'
import { createWorld } from './testing/world.ts'
import { createTypings } from './typings.ts'

async function talking() {
  const world = createWorld()
  const { clock, server } = world
  const { id } = server.open('ann', { participantIds: ['bob', 'cem'], key: 'group' })
  const ann = world.join('ann')
  const typing = ann.typing(id)
  const stop = typing.subscribe(() => {})
  await clock.advance(2000)
  const type = (userId: string, isTyping = true) =>
    server.signals.type({ conversationId: id, userId, typing: isTyping })
  const said = () =>
    ann.transport.log.flatMap(({ call, input }) => (call === 'setTyping' ? [input] : []))
  return { ...world, id, ann, typing, stop, type, said, signals: server.signals }
}

test('[S6] whoever types is shown in the order in which they began, without oneself', async () => {
  const { typing, type, clock } = await talking()
  for (const person of ['cem', 'bob', 'ann', 'cem']) type(person)
  await clock.advance(0)
  expect(typing.get()).toEqual(['cem', 'bob'])
  type('cem', false)
  await clock.advance(0)
  expect(typing.get()).toEqual(['bob'])
})

test('[S6] it ends six seconds after the last word of it', async () => {
  const { typing, type, clock } = await talking()
  type('bob')
  await clock.advance(3000)
  type('bob')
  await clock.advance(5900)
  expect(typing.get()).toEqual(['bob'])
  await clock.advance(200)
  expect(typing.get()).toEqual([])
})

test('[S6] it ends with the message, and an older message ends nothing', async () => {
  const { typing, type, clock, server, id, ann } = await talking()
  const message = (text: string) => ({
    conversationId: id,
    clientId: text,
    content: { type: 'text' as const, text },
  })
  server.send('bob', message('before'))
  await clock.advance(100)
  type('bob')
  type('cem')
  await clock.advance(100)
  ann.conversation(id).watch() // reads what was said before
  await clock.advance(1000)
  expect(typing.get()).toEqual(['bob', 'cem'])
  server.send('bob', message('now'))
  await clock.advance(100)
  expect(typing.get()).toEqual(['cem'])
})

test('[S6] it ends with the connection, and goes on with the next one', async () => {
  const { typing, type, clock, ann } = await talking()
  type('bob')
  await clock.advance(100)
  ann.transport.cut()
  expect(typing.get()).toEqual([])
  await clock.advance(5000)
  type('bob')
  await clock.advance(100)
  expect(typing.get()).toEqual(['bob'])
})

test('[S7] a conversation is listened to while it is on the screen, at most forty of them', async () => {
  const { stop, clock, ann, signals, id } = await talking()
  expect(signals.heard()).toEqual([id])
  const stops = Array.from({ length: 45 }, (_, at) => ann.typing(`c${at}`).subscribe(() => {}))
  await clock.advance(100)
  expect(signals.heard()).toHaveLength(40)
  expect(signals.heard()).toContain('c44')
  for (const end of [stop, ...stops]) end()
  await clock.advance(2000)
  expect(signals.heard()).toEqual([])
})

test('[S7] the one that is looked at again comes first, and the open one is never crowded out', async () => {
  const { clock, ann, signals, id } = await talking()
  const look = (count: number, of: string) => {
    for (let at = 0; at < count; at += 1) ann.typing(`${of}${at}`).subscribe(() => {})
  }
  look(41, 'row')
  await clock.advance(2000)
  expect(signals.heard()).not.toContain(id)
  // Its header, while its row stands in the list.
  ann.typing(id).subscribe(() => {})
  await clock.advance(2000)
  expect(signals.heard()).toContain(id)
  ann.conversation(id).watch()
  look(45, 'another row')
  await clock.advance(2000)
  expect(signals.heard()).toContain(id)
})

test('[S7] what was refused for good is asked for again when somebody looks anew', async () => {
  const clock = createManualClock()
  const asked: Listener<Typing>[] = []
  const typings = createTypings({
    me: 'ann',
    means: { clock, random: () => 0.5, retry: retryAfter },
    follow(_id, listener) {
      asked.push(listener)
      return () => {}
    },
    lastSeq: () => 0,
    isOpen: () => false,
  })
  typings.begin()
  const look = () => typings.of('group').subscribe(() => {})
  const stop = look()
  await clock.advance(2000)
  asked[0]?.ended(new Refused('NOT_FOUND'))
  await clock.advance(60_000)
  expect(asked).toHaveLength(1)
  stop()
  look()
  await clock.advance(100)
  expect(asked).toHaveLength(2)
  asked[1]?.next({ conversationId: 'group', userId: 'bob', typing: true })
  expect(typings.of('group').get()).toEqual(['bob'])
})

test('[S8] one tells of typing with the first key, then every three seconds, until it is sent', async () => {
  const { ann, clock, id, said } = await talking()
  for (let keys = 1; keys <= 13; keys += 1) {
    ann.wrote(id, 'x'.repeat(keys))
    await clock.advance(500)
  }
  const typing = { conversationId: id, typing: true }
  expect(said()).toEqual([typing, typing, typing])
  ann.wrote(id, '')
  ann.wrote(id, '')
  await clock.advance(100)
  expect(said()).toEqual([typing, typing, typing, { ...typing, typing: false }])
})

test('[S8] six seconds without a key end it', async () => {
  const { ann, clock, id, said } = await talking()
  ann.wrote(id, 'half a')
  await clock.advance(5900)
  expect(said()).toHaveLength(1)
  await clock.advance(200)
  expect(said().at(-1)).toEqual({ conversationId: id, typing: false })
  await clock.advance(60_000)
  expect(said()).toHaveLength(2)
})

test('[S8] writing and emptying in turn is told at most once a second', async () => {
  const { ann, clock, id, said } = await talking()
  for (let turn = 0; turn < 40; turn += 1) {
    ann.wrote(id, turn % 2 ? '' : 'x')
    await clock.advance(50)
  }
  expect(said().length).toBeLessThanOrEqual(4)
})

test('[S8] without a connection nothing is told, and nothing later', async () => {
  const { ann, clock, id, said } = await talking()
  ann.wrote(id, 'a')
  await clock.advance(100)
  ann.transport.blocked = true
  ann.transport.cut()
  await clock.advance(4000)
  ann.wrote(id, 'ab')
  await clock.advance(1000)
  ann.transport.blocked = false
  await clock.advance(30_000)
  expect(ann.connection.get().state).toBe('online')
  expect(said()).toHaveLength(1)
})
