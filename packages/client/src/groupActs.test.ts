import { expect, test } from 'vitest'
import { sleep } from './clock.ts'
import { Refused, Unwanted } from './refused.ts'
import { createWorld } from './testing/world.ts'

async function group() {
  const world = createWorld()
  const { server, clock } = world
  const { id } = server.open('ann', { participantIds: ['bob', 'cem'], key: 'group' })
  const [ann, bob] = [world.join('ann'), world.join('bob')]
  await clock.advance(2000)
  const people = (peer = ann) =>
    peer
      .conversation(id)
      .view.get()
      .conversation?.others.map(({ userId }) => userId)
  return { ...world, id, ann, bob, handle: ann.conversation(id), people }
}

test('[A5] who is added, removed and what it is named shows with the answer, and to others', async () => {
  const { id, ann, bob, clock, handle, people } = await group()
  const added = handle.addPeople(['dan'])
  await clock.advance(100)
  await expect(added).resolves.toBe(id)
  expect(people()).toEqual(['bob', 'cem', 'dan'])
  const acts = [handle.removePerson('cem'), handle.rename('Roof')]
  await clock.advance(100)
  await Promise.all(acts)
  expect(people(bob)).toEqual(['ann', 'dan'])
  expect(ann.conversations.get().items[0]).toMatchObject({
    title: 'Roof',
    lastMessage: { event: { kind: 'renamed', title: 'Roof' } },
  })
  const unnamed = handle.rename(undefined)
  await clock.advance(100)
  await unnamed
  expect(bob.conversations.get().items[0]?.title).toBeUndefined()
})

test('[A5] somebody added to a pair opens a group, once', async () => {
  const { ann, clock, server } = await group()
  const pair = server.open('ann', { participantIds: ['bob'] })
  const adding = ann.conversation(pair.id).addPeople(['dan'], { withHistory: true })
  ann.transport.freeze() // the answer never comes
  await clock.advance(60_000)
  const id = await adding
  expect(id).not.toBe(pair.id)
  expect(server.room(id)?.participants.map(({ userId }) => userId)).toEqual(['ann', 'bob', 'dan'])
  expect(server.rooms()).toHaveLength(3)
})

test('[A5] a refusal comes with its reason', async () => {
  const { ann, clock, handle } = await group()
  ann.transport.intercept = call => (call === 'removePerson' ? new Refused('FORBIDDEN') : undefined)
  const outcome = expect(handle.removePerson('bob')).rejects.toMatchObject({ reason: 'FORBIDDEN' })
  await clock.advance(100)
  await outcome
})

test('[A6] what one leaves is gone at once, and comes back when one is added again', async () => {
  const { id, ann, bob, clock, handle, people } = await group()
  handle.watch()
  await clock.advance(100)
  ann.transport.intercept = call => {
    ann.transport.intercept = undefined
    return call === 'leave' ? new Refused('UNAVAILABLE') : undefined
  }
  const leaving = handle.leave()
  await clock.advance(2000)
  await leaving
  expect(ann.conversations.get().items).toEqual([])
  expect(handle.view.get().status).toBe('missing')
  expect(people(bob)).toEqual(['cem'])
  const adding = bob.conversation(id).addPeople(['ann'])
  await clock.advance(3000)
  await adding
  expect(handle.view.get().status).toBe('ready')
  expect(ann.conversations.get().items[0]?.lastMessage?.event).toEqual({
    kind: 'added',
    userIds: ['ann'],
  })
})

test('[A7] what was called off while nothing could go out is not done later', async () => {
  const { id, ann, clock, handle, server, people } = await group()
  ann.transport.blocked = true
  ann.transport.cut()
  const calling = new AbortController()
  const options = { signal: calling.signal }
  const outcomes = Promise.allSettled([
    handle.leave(options),
    handle.rename('Roof', options),
    handle.removePerson('bob', options),
    handle.addPeople(['dan'], options),
    ann.open({ participantIds: ['bob', 'dan'] }, options),
  ])
  await clock.advance(5000)
  calling.abort()
  ann.transport.blocked = false
  await clock.advance(60_000)
  expect(ann.connection.get().state).toBe('online')
  for (const outcome of await outcomes)
    expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(Unwanted) })
  expect(people()).toEqual(['bob', 'cem'])
  expect(server.room(id)?.version).toBe(1)
  expect(server.rooms()).toHaveLength(1)
})

test('[A7] what was called off while it had to wait is not asked for again', async () => {
  const { ann, clock, handle, server } = await group()
  ann.transport.intercept = call =>
    call === 'leave' ? new Refused('RATE_LIMITED', 'too often', { retryAfterMs: 5000 }) : undefined
  const calling = new AbortController()
  const leaving = expect(handle.leave({ signal: calling.signal })).rejects.toThrow(Unwanted)
  await clock.advance(1000)
  calling.abort()
  ann.transport.intercept = undefined
  await clock.advance(60_000)
  await leaving
  expect(server.rooms()[0]?.participants.map(({ leftAt }) => leftAt)).not.toContainEqual(
    expect.any(String),
  )
})

test('[H8] an answer from before one was removed does not bring it back; being added does', async () => {
  const { id, ann, bob, clock, server, people } = await group()
  const { calls } = bob.transport
  const { rename } = calls
  calls.rename = async input => {
    const answer = await rename(input)
    await sleep(clock, 3000) // longer than it takes to hear of having been removed
    return answer
  }
  const renaming = bob.conversation(id).rename('Roof')
  await clock.advance(500)
  server.removePerson('ann', { conversationId: id, userId: 'bob' })
  await clock.advance(5000)
  await renaming
  expect(bob.conversations.get().items).toEqual([])
  expect(bob.conversation(id).view.get().status).toBe('missing')
  server.addPeople('ann', { conversationId: id, userIds: ['bob'], withHistory: false, key: 'k' })
  await clock.advance(5000)
  expect(bob.conversations.get().items).toHaveLength(1)
  expect(people(bob)).toEqual(['ann', 'cem'])
  expect(ann.conversations.get().items).toHaveLength(1)
})

test('[H8] that one went from what is not held is not asked about', async () => {
  const { id, bob, clock, server } = await group()
  const asked = () => bob.transport.log.filter(({ call }) => call === 'get').length
  const leaving = bob.conversation(id).leave()
  await clock.advance(100)
  await leaving
  bob.transport.cut()
  server.removePerson('ann', { conversationId: id, userId: 'cem' })
  await clock.advance(20_000)
  expect(asked()).toBe(0)
})

test('[A6] leaving again what one has left is no error', async () => {
  const { id, ann, clock, handle, server } = await group()
  ann.transport.freeze()
  const leaving = handle.leave()
  server.leave('ann', id)
  await clock.advance(60_000)
  await expect(leaving).resolves.toBeUndefined()
  expect(ann.conversations.get().items).toEqual([])
})
