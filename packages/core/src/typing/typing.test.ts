import type { Bus } from '@parley/bus/bus'
import { memoryBus } from '@parley/bus/memory'
import type { Signal } from '@parley/bus/signal'
import type { Typing } from '@parley/protocol/typing'
import { expect, onTestFinished, test } from 'vitest'
import { addPeople } from '../chat/addPeople.ts'
import { leave } from '../chat/leave.ts'
import { open } from '../chat/open.ts'
import { removePerson } from '../chat/removePerson.ts'
import type { Caller, Core } from '../core.ts'
import { block } from '../people/block.ts'
import { pair, person, say, testCore, testNode } from '../testing/testCore.ts'
import { follow } from './follow.ts'
import type { Keyboard } from './keyboards.ts'

/** The machine may be busy. */
const soon = { timeout: 5000 }

/** Somebody who looks at a conversation, and what they are told. */
function watcher(core: Core, by: Caller, id: string) {
  const stop = new AbortController()
  const told: Typing[] = []
  const writable = () => Promise.resolve()
  const done = (async () => {
    for await (const one of follow(core, by, id, { signal: stop.signal, writable })) told.push(one)
  })()
  onTestFinished(async () => {
    stop.abort()
    await done.catch(() => {})
  })
  return { done, words: () => told.map(({ typing }) => typing), told }
}

/** Tells until the watcher has heard of it, as whoever renews does. */
async function typingUntilSeen(core: Core, by: Caller, id: string, words: () => boolean[]) {
  const told = words().length
  await expect
    .poll(async () => {
      await type(core, by, id, false)
      await type(core, by, id, true)
      return words().slice(told)
    }, soon)
    .toContain(true)
}

function type(core: Core, by: Caller, id: string, typing: boolean, keyboard?: Keyboard) {
  return core.typing.say(by.userId, { conversationId: id, typing }, keyboard)
}

function keyboard() {
  const listeners: (() => void)[] = []
  return {
    onClosed: (listener: () => void) => listeners.push(listener),
    close: () => {
      for (const tell of listeners) tell()
    },
  }
}

/** What reaches somebody of signals, as they come. */
async function signalsTo(bus: Bus, { userId }: Caller) {
  const heard: boolean[] = []
  const hear = (said: Signal) => 'typing' in said && heard.push(said.typing.typing)
  onTestFinished(await bus.hear(userId, hear))
  return heard
}

/** Two nodes on one database and one bus, with a clock that stands until it is moved. */
async function twoNodes(silenceMs = 6000) {
  const bus = memoryBus()
  let at = 0
  const now = () => at
  const { core, databaseUrl } = await testCore(bus, { now, silenceMs })
  const other = await testNode(databaseUrl, bus, { now, silenceMs })
  return {
    core,
    other: other.core,
    bus,
    pass: (ms: number) => {
      at += ms
    },
  }
}

test('[T1] the others are told on every node, oneself on no device, and strangers nothing', async () => {
  const { core, other } = await twoNodes()
  const { ann, bob, id } = await pair(core)
  const eve = await person(core, 'Eve')
  const bobs = watcher(other, bob, id)
  const anns = watcher(other, ann, id)
  await typingUntilSeen(core, ann, id, bobs.words)
  expect(bobs.told[0]).toEqual({ conversationId: id, userId: ann.userId, typing: true })
  expect(anns.told).toEqual([])
  await expect(type(core, eve, id, true)).rejects.toMatchObject({ reason: 'NOT_FOUND' })
  await expect(watcher(core, eve, id).done).rejects.toMatchObject({ reason: 'NOT_FOUND' })
})

test('[T2] where one of a pair has blocked the other, neither is told', async () => {
  const { core, bus } = await twoNodes()
  const { ann, bob, id } = await pair(core)
  const heard = [await signalsTo(bus, ann), await signalsTo(bus, bob)]
  await block(core, bob, ann.userId)
  await type(core, ann, id, true)
  await type(core, ann, id, false)
  await type(core, bob, id, true)
  expect(heard).toEqual([[], []])
})

test('[T3] it ends with the message, and when the typist leaves', async () => {
  const { core, other } = await twoNodes()
  const ann = await person(core, 'Ann', 'admin')
  const [bob, cem] = [await person(core, 'Bob'), await person(core, 'Cem')]
  const { id } = await open(core, ann, { participantIds: [bob.userId, cem.userId] })
  const anns = watcher(other, ann, id)
  await typingUntilSeen(core, bob, id, anns.words)
  await say(core, bob, id, 'done')
  await expect.poll(() => anns.words().at(-1), soon).toBe(false)
  await type(core, bob, id, true)
  await expect.poll(() => anns.words().at(-1), soon).toBe(true)
  await leave(core, bob, id)
  await expect.poll(() => anns.words().at(-1), soon).toBe(false)
})

test('[T3] it ends when the socket goes on which it was typed last', async () => {
  const { core, bus } = await twoNodes()
  const { ann, bob, id } = await pair(core)
  const heard = await signalsTo(bus, bob)
  const [first, second] = [keyboard(), keyboard()]
  await type(core, ann, id, true, first)
  await type(core, ann, id, true, second)
  first.close()
  expect(heard).toEqual([true])
  second.close()
  await expect.poll(() => heard, soon).toEqual([true, false])
})

test('[T3] six seconds of silence end it', async () => {
  const { core } = await testCore(undefined, { silenceMs: 60 })
  const { ann, bob, id } = await pair(core)
  const bobs = watcher(core, bob, id)
  await typingUntilSeen(core, ann, id, bobs.words)
  await expect.poll(() => bobs.words().at(-1), soon).toBe(false)
})

test('[T4] a word that the message or a later word overtook says nothing', async () => {
  const { core, bus } = await twoNodes()
  const { ann, bob, id } = await pair(core)
  const heard = await signalsTo(bus, bob)
  const overtaken = type(core, ann, id, true)
  core.typing.sent(ann.userId, id)
  await overtaken
  await Promise.all([type(core, ann, id, true), type(core, ann, id, false)])
  expect(heard).toEqual([])
})

test('[T5] whoever claims for two minutes is not believed until they pause', async () => {
  const { core, bus, pass } = await twoNodes()
  const { ann, bob, id } = await pair(core)
  const heard = await signalsTo(bus, bob)
  const claimFor = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 5000) {
      await type(core, ann, id, true)
      pass(5000)
    }
  }
  await claimFor(120_000)
  expect(heard).toEqual(Array.from({ length: 24 }, () => true))
  await claimFor(600_000)
  expect(heard.slice(24)).toEqual([false])
  await type(core, ann, id, false)
  await claimFor(5000)
  expect(heard.slice(25)).toEqual([true])
  await claimFor(600_000)
  pass(30_000)
  const before = heard.length
  await claimFor(5000)
  expect(heard.slice(before)).toEqual([true])
})

test('[T6] a renewal is passed on once in a second', async () => {
  const { core, bus, pass } = await twoNodes()
  const { ann, bob, id } = await pair(core)
  const heard = await signalsTo(bus, bob)
  for (let at = 0; at < 50; at += 1) {
    await type(core, ann, id, true)
    pass(100)
  }
  expect(heard).toHaveLength(5)
})

test('[T7] the subscription of whoever is removed completes, and they hear nothing more', async () => {
  const { core, other, bus } = await twoNodes()
  const ann = await person(core, 'Ann', 'admin')
  const [bob, cem] = [await person(core, 'Bob'), await person(core, 'Cem')]
  const { id } = await open(core, ann, { participantIds: [bob.userId, cem.userId] })
  const cems = watcher(other, cem, id)
  await typingUntilSeen(core, bob, id, cems.words)
  await removePerson(core, ann, { conversationId: id, userId: cem.userId })
  await cems.done
  const heard = await signalsTo(bus, cem)
  await type(core, bob, id, false)
  await type(other, bob, id, true)
  await expect(type(core, cem, id, true)).rejects.toMatchObject({ reason: 'NOT_FOUND' })
  expect(heard).toEqual([])
  await addPeople(core, ann, { conversationId: id, userIds: [cem.userId], withHistory: false })
  const again = watcher(other, cem, id)
  await typingUntilSeen(core, bob, id, again.words)
})
