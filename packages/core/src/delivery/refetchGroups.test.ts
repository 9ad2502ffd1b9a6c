// Every act on a group, as those who stay, go, join and come back see it, on a device that is
// there all the time and on one that slept meanwhile.

import { limits } from '@parley/protocol/limits'
import {
  mergeCatchUp,
  mergeChanges,
  mergeConversation,
  mergeHistory,
} from '@parley/protocol/replica/merge'
import { hasGap, type Replica } from '@parley/protocol/replica/replica'
import { unreadCount } from '@parley/protocol/replica/unread'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addPeople } from '../chat/addPeople.ts'
import { leave } from '../chat/leave.ts'
import { open } from '../chat/open.ts'
import { markRead } from '../chat/positions.ts'
import { react } from '../chat/react.ts'
import { changesSince, get } from '../chat/read.ts'
import { rename } from '../chat/rename.ts'
import { setMine } from '../chat/setMine.ts'
import type { Caller, Core } from '../core.ts'
import { history } from '../testing/pages.ts'
import { reader } from '../testing/reader.ts'
import { shown } from '../testing/shown.ts'
import { person, say, testCore } from '../testing/testCore.ts'
import { add, out, presentIn } from '../testing/testGroup.ts'

/** The machine may be busy. */
const soon = { timeout: 5000 }

const step = fc.record({
  act: fc.constantFrom('send', 'react', 'read', 'mine', 'rename', 'add', 'show', 'out', 'leave'),
  by: fc.nat(3),
  at: fc.nat(7),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const does = (act: Step['act'], by: number, at = 0): Step => ({ act, by, at })
/** What must be among the sequences: somebody comes back to what they had read before. */
const bobComesBack = [
  ...[does('send', 0), does('read', 1), does('mine', 1), does('leave', 1), does('send', 0)],
  ...[does('add', 0, 1), does('send', 2), does('react', 0, 0), does('rename', 1)],
]
const danStaysABit = [
  ...[does('send', 0), does('add', 0, 3), does('send', 3), does('out', 0, 3), does('send', 1)],
  ...[does('show', 0, 3), does('react', 1, 0), does('out', 0, 3)],
]

/** Does one step; what is refused changes nothing. */
async function perform(core: Core, id: string, people: Caller[], { act, by, at }: Step) {
  const me = people[by]!
  const other = people[at % people.length]!
  const messageId = `${id}.${at + 1}`
  const showing = { conversationId: id, userIds: [other.userId], withHistory: true }
  const acts: Record<Step['act'], () => Promise<unknown>> = {
    send: () => say(core, me, id, `text ${at}`),
    react: () => react(core, me, { messageId, emoji: '👍', on: at % 2 === 0 }),
    read: () => markRead(core, me, { conversationId: id, seq: at + 1 }),
    mine: () => setMine(core, me, { conversationId: id, archived: at % 2 === 0 }),
    rename: () => rename(core, me, { conversationId: id, title: `title ${at % 3}` }),
    add: () => add(core, me, id, other),
    show: () => addPeople(core, me, showing),
    out: () => out(core, me, id, other),
    leave: () => leave(core, me, id),
  }
  await acts[act]().catch(error => expect(error).toHaveProperty('reason'))
}

/** What somebody reads who opens the conversation now; nothing for who is not in it. */
async function opened(core: Core, by: Caller, id: string): Promise<Replica | undefined> {
  const conversation = await get(core, by, id).catch(() => undefined)
  if (!conversation) return undefined
  const page = await history(core, by, { conversationId: id, limit: 100 })
  return mergeHistory(mergeConversation(undefined, conversation, by.userId), page, { limit: 100 })
}

function ownRow(replica: Replica, { userId }: Caller) {
  return replica.participants.find(participant => participant.userId === userId)
}

/** A replica with the missed changes, if there are any. */
async function healed(core: Core, by: Caller, replica: Replica): Promise<Replica> {
  if (!hasGap(replica)) return replica
  const { id, held } = replica
  return mergeCatchUp(replica, await changesSince(core, by, { conversationId: id, version: held }))
}

async function expectFresh(core: Core, by: Caller, replica: Replica): Promise<void> {
  const fresh = await get(core, by, replica.id)
  const { messages } = await history(core, by, { conversationId: replica.id, limit: 100 })
  expect(replica.messages).toEqual(messages)
  expect(shown(replica, by.userId)).toEqual(fresh)
  expect(unreadCount(replica, by.userId)).toBe(fresh.unreadCount)
}

/** A device of somebody, what it held when it was first opened, and whether they were away since. */
async function device(core: Core, by: Caller, id: string) {
  const live = reader(core, by)
  await live.ready()
  let replica = await opened(core, by, id)
  const first = replica
  const cursor = live.cursor()
  let wasAway = false
  return {
    /** Opens the conversation as soon as it is there to be read. */
    async look() {
      const isIn = presentIn(await get(core, by, id).catch(() => nobody)).includes(by.userId)
      wasAway ||= !isIn && replica !== undefined
      replica ??= await opened(core, by, id)
    },
    async expectFresh() {
      const held = replica
      const fresh = await get(core, by, id).catch(() => undefined)
      const told = () => held && mergeChanges(held, live.changes())
      if (!fresh) {
        await expect.poll(() => !held || ownRow(told()!, by)?.leftAt, soon).toBeTruthy()
        expectNothingAfter(live.changes(), by)
      } else {
        const own = fresh.participants.find(({ userId }) => userId === by.userId)
        await expect.poll(() => told()?.wanted, soon).toBe(fresh.version)
        await expect.poll(() => ownRow(told()!, by)?.mineVersion, soon).toBe(own?.mineVersion)
        if (!wasAway) expect(told()!.held).toBe(fresh.version)
        await expectFresh(core, by, await healed(core, by, told()!))
        if (first) await this.expectAwake(first)
      }
      await live.stop()
    },
    /** As if the device had slept all the time. */
    async expectAwake(asleep: Replica) {
      const awake = reader(core, by, cursor)
      await awake.ready()
      const told = await healed(core, by, mergeChanges(asleep, awake.changes()))
      await expectFresh(core, by, told)
      await awake.stop()
    },
  }
}

const nobody = { participants: [] } as never

function expectNothingAfter(changes: ReturnType<ReturnType<typeof reader>['changes']>, by: Caller) {
  const left = changes.findLast(
    change =>
      'head' in change && change.participant?.leftAt && change.participant.userId === by.userId,
  )
  if (left) expect(Math.max(...changes.map(({ version }) => version))).toBe(left.version)
}

test('[D7] for any acts on a group, state and changes equal a fresh reading for everybody', async () => {
  const { core: base } = await testCore()
  const core: Core = { ...base, openPolicy: 'anyone' }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async steps => {
      const people = await Promise.all(['Ann', 'Bob', 'Cem', 'Dan'].map(name => person(core, name)))
      const [ann, bob, cem] = people
      const { id } = await open(core, ann!, { participantIds: [bob!.userId, cem!.userId] })
      const devices = await Promise.all(people.map(by => device(core, by, id)))
      for (const one of steps) {
        await perform(core, id, people, one)
        for (const each of devices) await each.look()
      }
      for (const each of devices) await each.expectFresh()
    }),
    { numRuns: 10, examples: [[bobComesBack], [danStaysABit]] },
  )
}, 60_000)

test('[D7] [D25] positions rise unseen among many, and are seen again when few are left', async () => {
  const { core } = await testCore()
  const ann = await person(core, 'Ann', 'admin')
  const others = await Promise.all(
    Array.from({ length: limits.sharedPositionsMax }, () => person(core, 'Member')),
  )
  const [bob, cem, dan, eve] = others as [Caller, Caller, Caller, Caller]
  const { id } = await open(core, ann, {
    participantIds: others.filter(one => one !== dan).map(({ userId }) => userId),
  })
  const live = reader(core, ann)
  await live.ready()
  const first = await opened(core, ann, id)
  const seqs = ['one', 'two'].map(text => say(core, ann, id, text))
  await Promise.all(seqs)
  await markRead(core, bob, { conversationId: id, seq: 1 })
  await add(core, ann, id, dan)
  const many = await get(core, ann, id)
  expect(presentIn(many)).toHaveLength(limits.sharedPositionsMax + 1)
  await markRead(core, cem, { conversationId: id, seq: 2 })
  expect((await get(core, ann, id)).version).toBe(many.version)
  for (const { userId, readSeq } of many.participants) {
    if (userId !== ann.userId) expect(readSeq).toBe(0)
  }

  await leave(core, eve, id)
  const few = await get(core, ann, id)
  const readBy = ({ userId }: Caller) =>
    few.participants.find(participant => participant.userId === userId)?.readSeq
  expect([bob, cem, dan].map(readBy)).toEqual([1, 2, 2])
  const told = () => mergeChanges(first!, live.changes())
  await expect.poll(() => told().wanted, soon).toBe(few.version)
  await expectFresh(core, ann, await healed(core, ann, told()))
})
