import { expect, test } from 'vitest'
import { Refused } from './refused.ts'
import { createWorld } from './testing/world.ts'
import type { Calls } from './transport.ts'

async function writing() {
  const world = createWorld()
  const { id } = world.server.open('ann', { participantIds: ['bob'] })
  const ann = world.join('ann')
  const handle = ann.conversation(id)
  handle.watch()
  await world.clock.advance(1000)
  const outgoing = () => handle.view.get().outgoing.map(({ text, state }) => [text, state.kind])
  const stored = () => world.server.room(id)?.messages.map(({ content }) => content?.text)
  const shown = () => handle.view.get().messages.map(({ content }) => content?.text)
  const sends = () => ann.transport.log.filter(({ call }) => call === 'send')
  /** Refuses these calls until it is called off. */
  const refuse = (call: keyof Calls, refusal: Refused) => {
    ann.transport.intercept = asked => (asked === call ? refusal : undefined)
    return () => {
      ann.transport.intercept = undefined
    }
  }
  return { ...world, id, ann, handle, outgoing, stored, shown, sends, refuse }
}

test('[O1] a message is in the view when send returns, also offline, and in the list', async () => {
  const { ann, clock, handle, id, outgoing, stored } = await writing()
  ann.transport.blocked = true
  ann.transport.cut()
  await clock.advance(60_000)
  let told = 0
  handle.view.subscribe(() => {
    told += 1
  })
  handle.send({ text: 'one', replyTo: `${id}.1`, mentions: ['bob'] })
  expect(told).toBe(1)
  expect(outgoing()).toEqual([['one', 'waiting']])
  expect(ann.conversations.get().items[0]?.pending).toMatchObject({
    text: 'one',
    replyTo: `${id}.1`,
    mentions: ['bob'],
  })
  await clock.advance(24 * 60 * 60_000)
  expect(outgoing()).toEqual([['one', 'waiting']])
  ann.transport.blocked = false
  await clock.advance(15_000)
  expect(outgoing()).toEqual([])
  expect(stored()).toEqual(['one'])
})

test('[O2] messages go out one after another, in order, and conversations beside each other', async () => {
  const { ann, clock, handle, network, server, stored, sends } = await writing()
  const other = server.open('ann', { participantIds: ['cem'] })
  await clock.advance(1000)
  network.weather.delayMs = 300
  for (let index = 0; index < 6; index += 1) handle.send({ text: `text ${index}` })
  ann.conversation(other.id).send({ text: 'elsewhere' })
  await clock.advance(350)
  expect(sends().map(({ input }) => input)).toContainEqual(
    expect.objectContaining({ conversationId: other.id }),
  )
  expect(sends().length).toBeLessThan(4)
  await clock.advance(10_000)
  expect(stored()).toEqual([0, 1, 2, 3, 4, 5].map(index => `text ${index}`))
})

test('[O10] what waits for a group that one was removed from is counted, shown and not sent again', async () => {
  const { ann, clock, server, sends } = await writing()
  const { id } = server.open('bob', { participantIds: ['ann', 'cem'], key: 'group' })
  const handle = ann.conversation(id)
  handle.watch()
  await clock.advance(1000)
  ann.transport.blocked = true
  ann.transport.cut()
  for (const text of ['one', 'two']) handle.send({ text })
  server.removePerson('bob', { conversationId: id, userId: 'ann' })
  ann.transport.blocked = false
  await clock.advance(30_000)
  const { status, outgoing } = handle.view.get()
  expect(status).toBe('missing')
  expect(outgoing.map(({ text, state }) => [text, state])).toEqual([
    ['one', { kind: 'failed', reason: 'NOT_FOUND' }],
    ['two', { kind: 'failed', reason: 'NOT_FOUND' }],
  ])
  const stranded = { count: 2, conversationId: id }
  expect(ann.outbox.get()).toEqual({ waiting: 0, failed: 2, stranded })

  const before = sends().length
  ann.sendAllAgain()
  await clock.advance(10_000)
  expect(sends()).toHaveLength(before)
  for (const { clientId } of outgoing.slice(1)) handle.discard(clientId)
  expect(ann.outbox.get()).toEqual({ waiting: 0, failed: 1, stranded: { ...stranded, count: 1 } })

  server.addPeople('bob', { conversationId: id, userIds: ['ann'], withHistory: false, key: 'k' })
  await clock.advance(5000)
  expect(ann.outbox.get()).toEqual({ waiting: 0, failed: 1 })
  ann.sendAllAgain()
  await clock.advance(5000)
  expect(ann.outbox.get()).toEqual({ waiting: 0, failed: 0 })
  expect(server.room(id)?.messages.at(-1)?.content?.text).toBe('one')
})

test('[O10] what had failed for another reason is stranded as well when one goes', async () => {
  const { ann, clock, server } = await writing()
  const { id } = server.open('bob', { participantIds: ['ann', 'cem'], key: 'group' })
  await clock.advance(1000)
  ann.conversation(id).send({ text: 'refuse me' })
  await clock.advance(1000)
  expect(ann.outbox.get()).toEqual({ waiting: 0, failed: 1 })
  const leaving = ann.conversation(id).leave()
  await clock.advance(1000)
  await leaving
  expect(ann.outbox.get().stranded).toEqual({ count: 1, conversationId: id })
})

test('[O3] whether the answer or the row comes first, it is shown once and at every moment', async () => {
  for (const [answerLost, publicationLost] of [
    [1, 0],
    [0, 1],
    [0, 0],
  ] as const) {
    const { clock, handle, network, outgoing, shown } = await writing()
    Object.assign(network.weather, { answerLost, publicationLost })
    const moments: string[][] = []
    handle.view.subscribe(() =>
      moments.push([...shown(), ...outgoing().map(([text]) => text)].map(String)),
    )
    handle.send({ text: 'once' })
    await clock.advance(1000)
    expect(shown()).toEqual(['once'])
    expect(outgoing()).toEqual([])
    for (const moment of moments) expect(moment).toEqual(['once'])
    expect(moments.length).toBeGreaterThan(1)
  }
})

test('[O3] a row that settles a message lets the next one go', async () => {
  const { clock, handle, network, stored } = await writing()
  network.weather.answerLost = 1
  handle.send({ text: 'one' })
  handle.send({ text: 'two' })
  handle.send({ text: 'three' })
  await clock.advance(100)
  expect(stored()).toEqual(['one', 'two', 'three'])
})

test('[O4] no answer: sent again with the same clientId, stored once', async () => {
  const { clock, handle, network, stored, shown, sends } = await writing()
  Object.assign(network.weather, { answerLost: 1, publicationLost: 1 })
  handle.send({ text: 'once' })
  await clock.advance(10)
  Object.assign(network.weather, { answerLost: 0, publicationLost: 0 })
  await clock.advance(25_000)
  expect(stored()).toEqual(['once'])
  expect(shown()).toEqual(['once'])
  const ids = sends().map(({ input }) => JSON.stringify(input))
  expect(new Set(ids).size).toBe(1)
})

test('[O4] a connection lost on the way: sent again as soon as there is one', async () => {
  const { ann, clock, handle, network, outgoing, stored, sends } = await writing()
  network.weather.answerLost = 1
  network.weather.publicationLost = 1
  handle.send({ text: 'once' })
  await clock.advance(10)
  expect(outgoing()).toEqual([['once', 'sending']])
  Object.assign(network.weather, { answerLost: 0, publicationLost: 0 })
  ann.transport.cut()
  await clock.settle()
  expect(outgoing()).toEqual([['once', 'waiting']])
  await clock.advance(2000)
  expect(stored()).toEqual(['once'])
  expect(outgoing()).toEqual([])
  expect(sends().length).toBeGreaterThan(1)
})

test('[O4] a limit is waited for as long as the server says, and order is kept', async () => {
  const { clock, handle, outgoing, stored, sends, refuse } = await writing()
  const stop = refuse('send', new Refused('RATE_LIMITED', '', { retryAfterMs: 30_000 }))
  handle.send({ text: 'one' })
  handle.send({ text: 'two' })
  await clock.advance(29_000)
  expect(sends()).toHaveLength(1)
  expect(outgoing()).toEqual([
    ['one', 'waiting'],
    ['two', 'waiting'],
  ])
  stop()
  await clock.advance(10_000)
  expect(stored()).toEqual(['one', 'two'])
})

test("[O4] the server's own error is tried five times and then final", async () => {
  const { clock, handle, outgoing, stored, sends, refuse } = await writing()
  const stop = refuse('send', new Refused('INTERNAL'))
  handle.send({ text: 'one' })
  await clock.advance(120_000)
  expect(sends()).toHaveLength(5)
  expect(outgoing()).toEqual([['one', 'failed']])
  stop()
  handle.send({ text: 'two' })
  await clock.advance(1000)
  expect(stored()).toEqual(['two'])
})

test('[O5] a final refusal stops its own message only', async () => {
  const { clock, handle, outgoing, stored } = await writing()
  handle.send({ text: 'one' })
  handle.send({ text: 'refuse me' })
  handle.send({ text: 'three' })
  await clock.advance(1000)
  expect(stored()).toEqual(['one', 'three'])
  expect(outgoing()).toEqual([['refuse me', 'failed']])
  expect(handle.view.get().outgoing[0]?.state).toEqual({ kind: 'failed', reason: 'FORBIDDEN' })
})

test('[O5] a failed message is sent again on request with the same clientId, or discarded', async () => {
  const { clock, handle, outgoing, stored, sends, refuse } = await writing()
  const stop = refuse('send', new Refused('NOT_FOUND'))
  handle.send({ text: 'again' })
  handle.send({ text: 'away' })
  await clock.advance(1000)
  const [again, away] = handle.view.get().outgoing
  stop()
  handle.discard(away?.clientId ?? '')
  expect(outgoing()).toEqual([['again', 'failed']])
  handle.retry(again?.clientId ?? '')
  expect(outgoing()).toEqual([['again', 'waiting']])
  await clock.advance(1000)
  expect(stored()).toEqual(['again'])
  expect(outgoing()).toEqual([])
  const ids = sends()
    .map(({ input }) => JSON.stringify(input))
    .filter(text => text.includes('again'))
  expect(new Set(ids).size).toBe(1)
})

test('[O6] what waits can be discarded, what is on its way cannot', async () => {
  const { clock, handle, network, outgoing, stored } = await writing()
  network.weather.delayMs = 500
  handle.send({ text: 'going' })
  handle.send({ text: 'waiting' })
  await clock.settle()
  for (const { clientId } of handle.view.get().outgoing) handle.discard(clientId)
  expect(outgoing()).toEqual([['going', 'sending']])
  await clock.advance(5000)
  expect(stored()).toEqual(['going'])
})

test('a message to a conversation that nothing is held of is sent, and then it is held', async () => {
  const { ann, clock, server } = await writing()
  const { id } = server.open('ann', { participantIds: ['dan'] })
  ann.transport.intercept = call => (call === 'get' ? new Refused('UNAVAILABLE') : undefined)
  ann.conversation(id).send({ text: 'hello' })
  await clock.advance(3000)
  expect(server.room(id)?.messages).toHaveLength(1)
  expect(ann.conversation(id).view.get().outgoing).toEqual([])
  ann.transport.intercept = undefined
  await clock.advance(15_000)
  expect(ann.conversations.get().items.map(item => item.id)).toContain(id)
})

test('[O9] a message refused for now says until when it waits, and goes by itself', async () => {
  const { ann, clock, handle, outgoing, stored, refuse, sends } = await writing()
  const stop = refuse('send', new Refused('RATE_LIMITED', '', { retryAfterMs: 12_000 }))
  expect(ann.heldUpTo.get()).toBeUndefined()
  handle.send({ text: 'one' })
  await clock.advance(100)
  expect(outgoing()).toEqual([['one', 'waiting']])
  const until = ann.heldUpTo.get()
  if (until === undefined) throw new Error('it does not say until when')
  const wait = until - clock.now()
  expect(wait).toBeGreaterThan(11_000)
  expect(wait).toBeLessThan(15_100)
  stop()
  await clock.advance(wait - 100)
  expect(sends()).toHaveLength(1)
  await clock.advance(200)
  expect(stored()).toEqual(['one'])
  expect(ann.heldUpTo.get()).toBeUndefined()
})
