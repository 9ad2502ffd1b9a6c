import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Message } from '../message.ts'
import type { Asked } from './loaded.ts'
import { mergeCatchUp, mergeChanges, mergeConversation, mergeHistory } from './merge.ts'
import { messagesWithin } from './messages.ts'
import { readReplica } from './readReplica.ts'
import { hasGap, type Replica } from './replica.ts'
import { acts, ServerModel } from './testing/serverModel.ts'
import { trimmed } from './trimmed.ts'
import { unreadCount } from './unread.ts'

const me = 'ann'

/** What reaches the client, in its order: any reading or any change, any number of times. */
const deliveries = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ kind: fc.constant('change' as const), at: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('head' as const), at: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('get' as const), at: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('history' as const), at: fc.nat() }) },
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constantFrom('around', 'around', 'older', 'newer', 'before', 'after'),
        at: fc.nat(),
        seq: fc.integer({ min: 1, max: 12 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('catchUp' as const), at: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('keep' as const), at: fc.nat(6) }) },
  ),
  { maxLength: 60, size: 'max' },
)

const jump = fc.record({
  kind: fc.constant('around' as const),
  at: fc.nat(),
  seq: fc.integer({ min: 1, max: 9 }),
})

type Delivery = typeof deliveries extends fc.Arbitrary<(infer D)[]> ? D : never

function deliver(replica: Replica, server: ServerModel, delivery: Delivery): Replica {
  const { kind, at } = delivery
  const moment = server.moments[at % server.moments.length]!
  const asked = kind === 'catchUp' ? server.now : moment
  // Whoever does not take part is not answered.
  if (!asked.has(me) && !told.includes(kind)) return replica
  switch (kind) {
    case 'change':
      return mergeChanges(replica, [server.changes[at % server.changes.length]!])
    case 'head':
      return mergeChanges(replica, [moment.head(me)])
    case 'get':
      return mergeConversation(replica, moment.conversation(me), me)
    case 'history':
      return paged(replica, moment, { before: replica.from })
    case 'around':
      return paged(replica, moment, { around: delivery.seq })
    case 'older':
      return replica.stretch ? paged(replica, moment, { before: replica.stretch.from }) : replica
    case 'newer':
      return replica.stretch ? paged(replica, moment, { after: replica.stretch.to }) : replica
    // Asked for when something else was loaded than now.
    case 'before':
      return paged(replica, moment, { before: delivery.seq })
    case 'after':
      return paged(replica, moment, { after: delivery.seq - 1 })
    case 'catchUp':
      return mergeCatchUp(replica, server.now.changesSince(replica.held, me))
    case 'keep':
      return kept(trimmed(replica, me, at))
  }
}

function paged(replica: Replica, moment: ServerModel['now'], bounds: Omit<Asked, 'limit'>) {
  const asked = { ...bounds, limit: 3 }
  const merged = mergeHistory(replica, moment.history(asked), asked)
  expectNoHole(merged)
  return merged
}

/** In a stretch no message is missing at any moment, and it lies apart from the tail. */
function expectNoHole({ messages, stretch, from = Number.POSITIVE_INFINITY }: Replica): void {
  if (!stretch) return
  const seqs = messagesWithin(messages, stretch).map(({ seq }) => seq)
  expect(seqs).toEqual(seqs.map((_, at) => stretch.from + at))
  expect(seqs.at(-1)).toBe(stretch.to)
  expect(stretch.to + 1).toBeLessThan(from)
}

/** What comes without being asked for. */
const told: Delivery['kind'][] = ['change', 'head', 'keep']

/** As it comes back from where it was stored. */
function kept(replica: Replica): Replica {
  const back = readReplica({ ...replica })
  if (!back) throw new Error('what was kept could not be read')
  expect(back).toEqual(replica)
  return back
}

function heal(replica: Replica, server: ServerModel): Replica {
  const told = mergeChanges(replica, [server.now.head(me)])
  const opened = told.from === undefined ? openHistory(told, server) : told
  const healed = hasGap(opened)
    ? mergeCatchUp(opened, server.now.changesSince(opened.held, me))
    : opened
  expect(hasGap(healed)).toBe(false)
  return healed
}

function openHistory(replica: Replica, server: ServerModel): Replica {
  return paged(replica, server.now, {})
}

/** All that may be seen. */
function whole({ now }: ServerModel): readonly Message[] {
  return now.history({ limit: 1000 }).messages
}

const all = { limit: 50 }

function firstReading(server: ServerModel, at: number): Replica {
  const present = server.moments.filter(moment => moment.has(me))
  const moment = present[at % present.length]!
  return mergeConversation(undefined, moment.conversation(me), me)
}

/** Whoever went and hears of it drops what they have. */
function expectGone(replica: Replica, server: ServerModel): void {
  const own = mergeChanges(replica, [server.now.head(me)]).participants.find(
    ({ userId }) => userId === me,
  )
  expect(own).toHaveProperty('leftAt')
}

function expectSameStretch(replica: Replica, server: ServerModel): void {
  const { messages, stretch } = replica
  if (!stretch) return
  expectNoHole(replica)
  expect(messagesWithin(messages, stretch)).toEqual(messagesWithin(whole(server), stretch))
  if (stretch.complete) expect(stretch.from).toBe(whole(server)[0]?.seq)
}

test('[M8] [M13] [M14] [M15] any delivery with losses, once healed, equals a fresh reading', () => {
  let stretches = 0
  fc.assert(
    fc.property(acts, fc.nat(), deliveries, jump, (sequence, start, arrivals, last) => {
      const server = new ServerModel(sequence)
      let replica = firstReading(server, start)
      for (const arrival of [...arrivals, last]) replica = deliver(replica, server, arrival)
      if (!server.now.has(me)) return expectGone(replica, server)
      replica = heal(replica, server)

      const fresh = server.now.conversation(me)
      const from = replica.complete ? 1 : (replica.from ?? 1)
      expect(replica.messages[0]?.seq ?? 1000).toBeGreaterThan(server.now.hidden(me))
      expect(messagesWithin(replica.messages, { from })).toEqual(
        messagesWithin(whole(server), { from }),
      )
      expectSameStretch(replica, server)
      if (replica.stretch) stretches += 1
      expect(replica.participants).toEqual(fresh.participants)
      expect(replica.shared).toEqual({ title: fresh.title, job: fresh.job })
      expect(replica.lastSeq).toBe(fresh.lastSeq)
      expect(replica.updatedAt).toBe(fresh.updatedAt)
    }),
    { numRuns: 2000 },
  )
  expect(stretches).toBeGreaterThan(60)
})

test('[M9] [M10] the unread count equals the server or admits that it does not know', () => {
  let known = 0
  fc.assert(
    fc.property(acts, fc.nat(), deliveries, (sequence, start, arrivals) => {
      const server = new ServerModel(sequence)
      let replica = firstReading(server, start)
      for (const arrival of arrivals) replica = deliver(replica, server, arrival)
      if (!server.now.has(me)) return
      replica = heal(replica, server)
      const count = unreadCount(replica, me)
      if (count === undefined) return
      known += 1
      expect(count).toBe(server.now.conversation(me).unreadCount)
    }),
    { numRuns: 2000 },
  )
  expect(known).toBeGreaterThan(1000)
})

test('[M2] any order and any repetition of all changes end in the same replica', () => {
  fc.assert(
    fc.property(acts, fc.infiniteStream(fc.nat()), (sequence, order) => {
      const server = new ServerModel(sequence)
      const start = firstReading(server, 0)
      const straight = mergeChanges(start, server.changes)
      const shuffled = [...server.changes, ...server.changes]
        .map(change => ({ change, at: order.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ change }) => change)
      const other = shuffled.reduce((replica, change) => mergeChanges(replica, [change]), start)
      expect(other).toEqual(straight)
      expect(mergeChanges(straight, server.changes)).toBe(straight)
    }),
    { numRuns: 1000 },
  )
})

test('[M3] [M4] neither a hole nor a head advances what is held', () => {
  const server = new ServerModel([
    { act: 'send', by: 1 },
    { act: 'send', by: 1 },
    { act: 'send', by: 1 },
  ])
  const start = firstReading(server, 0)
  const [, second, third] = server.changes
  const holed = mergeChanges(start, [third!])
  expect(holed).toMatchObject({ held: 1, wanted: 4, ahead: [4] })
  expect(mergeChanges(start, [server.now.head(me)])).toMatchObject({
    held: 1,
    wanted: 4,
    ahead: [],
  })
  expect(mergeChanges(holed, [second!])).toMatchObject({ held: 1, ahead: [3, 4] })
  expect(mergeChanges(holed, server.changes)).toMatchObject({ held: 4, ahead: [] })
})

test('[M7] a page of history older than the reading that replaced it opens a gap', () => {
  const server = new ServerModel([
    { act: 'send', by: 1 },
    { act: 'send', by: 1 },
    { act: 'send', by: 1 },
  ])
  const page = server.moments[1]!.history(all)
  const jumped = mergeConversation(firstReading(server, 0), server.now.conversation(me), me)
  expect(jumped.held).toBe(4)
  const opened = mergeHistory(jumped, page, all)
  expect(opened).toMatchObject({ held: 2, wanted: 4 })
  const healed = mergeCatchUp(opened, server.now.changesSince(opened.held, me))
  expect(healed.messages.map(({ seq }) => seq)).toEqual([1, 2, 3])
})

test('[M10] at the cap a removal makes the count unknown', () => {
  const sends = Array.from({ length: 150 }, () => ({ act: 'send', by: 1 }))
  const server = new ServerModel([...sends, { act: 'remove', by: 1, at: 30 }])
  const before = server.moments[150]!
  const counted = { ...before.conversation(me), unreadCount: 100 }
  const replica = mergeConversation(undefined, counted, me)
  expect(unreadCount(replica, me)).toBe(100)
  expect(unreadCount(mergeChanges(replica, [server.changes[150]!]), me)).toBeUndefined()
})

test('[M1] [M6] a row, a reading or a page that is older never overwrites', () => {
  const server = new ServerModel([
    { act: 'send', by: 1 },
    { act: 'edit', by: 1, at: 0 },
    { act: 'read', by: 1, at: 1 },
    { act: 'rename', by: 1, at: 4 },
  ])
  const [sent, edited] = server.changes
  const page = server.now.history(all)
  const current = mergeHistory(firstReading(server, 4), page, all)
  const older = server.moments[1]!
  expect(mergeChanges(current, [sent!, edited!])).toBe(current)
  const read = mergeConversation(current, older.conversation(me), me)
  expect(read).toMatchObject({ shared: { title: 'title 4' }, held: current.held })
  expect(read.messages).toEqual(current.messages)
  expect(read.participants).toEqual(current.participants)
  const paged = mergeHistory(current, older.history(all), all)
  expect(paged.messages).toEqual(current.messages)
})

test('[M5] after catching up everything is known, also versions whose row changed again', () => {
  const server = new ServerModel([
    { act: 'send', by: 1 },
    { act: 'edit', by: 1, at: 0 },
    { act: 'edit', by: 1, at: 0 },
  ])
  const answer = server.now.changesSince(1, me)
  expect(answer.changes).toHaveLength(1)
  const replica = mergeCatchUp(firstReading(server, 0), answer)
  expect(replica).toMatchObject({ held: 4, wanted: 4, ahead: [] })
})

test('[M11] a trimmed replica has the newest messages, the same count, and never loses what is missing', () => {
  const sends = Array.from({ length: 9 }, () => ({ act: 'send', by: 1 }))
  const server = new ServerModel(sends)
  const page = server.now.history(all)
  const whole = mergeHistory(firstReading(server, 0), page, all)
  const healed = mergeCatchUp(whole, server.now.changesSince(whole.held, me))
  const small = trimmed(healed, me, 4)
  expect(small.messages.map(({ seq }) => seq)).toEqual([6, 7, 8, 9])
  expect(small).toMatchObject({ from: 6, complete: false, held: healed.held })
  expect(unreadCount(small, me)).toBe(9)
  expect(trimmed(healed, me, 0)).toMatchObject({ from: undefined, messages: [{ seq: 9 }] })
  expect(trimmed(small, me, 4)).toBe(small)
  const holed = mergeChanges(healed, [{ conversationId: healed.id, version: healed.held + 2 }])
  expect(trimmed(holed, me, 4)).toBe(holed)
})

test('[M12] a kept replica that the merge could not have made is not read', () => {
  const server = new ServerModel(Array.from({ length: 4 }, () => ({ act: 'send', by: 1 })))
  const whole = mergeHistory(firstReading(server, 4), server.now.history(all), all)
  expect(readReplica(whole)).toEqual(whole)
  const [first, ...rest] = whole.messages
  const broken: unknown[] = [
    undefined,
    'text',
    {},
    { ...whole, messages: [...rest, first] },
    { ...whole, messages: [first, ...rest.slice(1)] },
    { ...whole, messages: [{ ...first, conversationId: whole.id.replace(/1$/, '2') }, ...rest] },
    { ...whole, lastSeq: 2 },
    { ...whole, wanted: 0 },
    { ...whole, participants: [{ userId: 'ann' }] },
  ]
  for (const row of broken) expect(readReplica(row)).toBeUndefined()
})

test('[M1] [M11] [M12] a message to several people stays one, edited, removed, trimmed and kept', () => {
  const sent = { act: 'send', by: 1, isBulk: true }
  const server = new ServerModel([sent, { act: 'send', by: 1 }, sent, sent])
  const marks = ({ messages }: Replica) => messages.map(({ bulk }) => bulk)
  const whole = mergeHistory(firstReading(server, 4), server.now.history(all), all)
  expect(marks(whole)).toEqual([true, undefined, true, true])
  const later = new ServerModel([
    sent,
    { act: 'send', by: 1 },
    sent,
    sent,
    { act: 'edit', by: 1, at: 0 },
    { act: 'remove', by: 1, at: 3 },
  ])
  const changed = mergeChanges(whole, later.changes)
  expect(marks(changed)).toEqual([true, undefined, true, true])
  expect(changed.messages.map(({ content }) => content?.text)).toEqual([
    'edited 4',
    'text 2',
    'text 3',
    undefined,
  ])
  expect(marks(trimmed(changed, me, 2))).toEqual([true, true])
  expect(readReplica(changed)).toEqual(changed)
  // Kept by a release that did not know of it.
  const plain = changed.messages.map(({ bulk: _bulk, ...message }) => message)
  expect(readReplica({ ...changed, messages: plain })?.messages).toEqual(plain)
})

/** Twenty messages, of which the newest three are loaded. */
function long(...more: { act: string; by: number; at?: number }[]) {
  const sends = Array.from({ length: 20 }, () => ({ act: 'send', by: 1 }))
  const server = new ServerModel([...sends, ...more])
  const sent = server.moments[20]!
  const tail = paged(firstReading(server, 20), sent, {})
  const look = (replica: Replica, bounds: Omit<Asked, 'limit'>) => paged(replica, sent, bounds)
  const seqs = ({ messages }: Replica) => messages.map(({ seq }) => seq)
  return { server, sent, tail, look, seqs }
}

test('[M15] what changes in the stretch enters it, whatever the order', () => {
  const acts = [
    { act: 'edit', by: 1, at: 6 },
    { act: 'remove', by: 1, at: 7 },
  ]
  const { server, tail, look } = long(...acts)
  const back = look(tail, { around: 8 })
  expect(back).toMatchObject({ from: 18, stretch: { from: 7, to: 9, complete: false } })
  const [edited, removed] = server.changes.slice(-2)
  for (const order of [[edited!, removed!], [removed!, edited!], [removed!]]) {
    const changed = order.reduce((replica, change) => mergeChanges(replica, [change]), back)
    const healed = heal(changed, server)
    expect(messagesWithin(healed.messages, back.stretch!)).toEqual(
      messagesWithin(whole(server), back.stretch!),
    )
    expect(mergeChanges(healed, server.changes)).toBe(healed)
  }
})

test('[M7] [M15] a stretch that was read before what is held opens a gap', () => {
  const { server, tail, sent } = long({ act: 'edit', by: 1, at: 7 })
  const current = heal(tail, server)
  const back = paged(current, sent, { around: 8 })
  expect(back).toMatchObject({ held: 21, wanted: 22 })
  const healed = mergeCatchUp(back, server.now.changesSince(back.held, me))
  expect(healed.messages[1]?.content?.text).toBe('edited 20')
})

test('[M16] a page extends the part it touches, and the stretch joins the tail', () => {
  const { tail, look } = long()
  const back = look(tail, { around: 9 })
  const older = look(back, { before: 8 })
  expect(older.stretch).toEqual({ from: 5, to: 10, complete: false })
  const newer = look(look(older, { after: 10 }), { after: 13 })
  expect(newer).toMatchObject({ from: 18, stretch: { from: 5, to: 16 } })
  const beginning = look(look(newer, { before: 5 }), { before: 2 })
  expect(beginning.stretch).toEqual({ from: 1, to: 16, complete: true })
  expect(look(beginning, { after: 16 })).toMatchObject({
    from: 1,
    complete: true,
    stretch: undefined,
  })
  // The tail may come to meet it, and joins it where they are neighbours.
  const met = look(look(look(newer, { before: 18 }), { before: 15 }), { before: 12 })
  expect(met).toMatchObject({ from: 5, complete: false, stretch: undefined })
})

test('[M16] a page that touches nothing that is loaded leaves no hole, whatever it was asked for', () => {
  const { tail, look } = long()
  const late = look(tail, { before: 12 })
  expect(late).toMatchObject({ from: 18, stretch: { from: 9, to: 11 } })
  expect(look(tail, { after: 40 })).toMatchObject({ from: 18, messages: tail.messages })
  expect(look(late, { around: 2 })).toMatchObject({
    from: 18,
    stretch: { from: 1, to: 3, complete: true },
  })
})

test('[M17] what a new stretch takes the place of goes, but not while something is missing', () => {
  const { server, tail, look, seqs } = long({ act: 'edit', by: 1, at: 4 })
  const there = look(look(tail, { around: 5 }), { around: 12 })
  expect(seqs(there)).toEqual([11, 12, 13, 18, 19, 20])
  expect(unreadCount(there, me)).toBe(20)
  const told = mergeChanges(look(tail, { around: 5 }), [server.now.head(me)])
  const holed = look(told, { around: 12 })
  expect(seqs(holed)).toEqual([4, 5, 6, 11, 12, 13, 18, 19, 20])
  expect(holed.stretch).toEqual({ from: 11, to: 13, complete: false })
  const removed = heal(mergeChanges(there, server.changes), server)
  expect(unreadCount(removed, me)).toBe(20)
})

test('[M13] [M15] of a stretch too nothing stays that was written before I came back', () => {
  const { server, tail, look } = long({ act: 'go', by: 0 }, { act: 'come', by: 0 })
  const back = look(tail, { around: 8 })
  expect(mergeChanges(back, [server.now.head(me)])).toMatchObject({
    stretch: undefined,
    messages: [],
  })
})

test('[M11] [M12] a stretch is not kept, and what was kept before there was one is read', () => {
  const { tail, look, seqs } = long()
  const back = look(tail, { around: 8 })
  const small = trimmed(back, me, 60)
  expect(seqs(small)).toEqual([18, 19, 20])
  expect(small).toMatchObject({ from: 18, stretch: undefined })
  expect(unreadCount(small, me)).toBe(20)
  const holed = mergeChanges(back, [{ conversationId: back.id, version: 30 }])
  expect(trimmed(holed, me, 60)).toEqual({ ...holed, stretch: undefined })
  expect(readReplica(trimmed(holed, me, 60))).toEqual({ ...holed, stretch: undefined })
  const { stretch: _none, ...old } = tail
  expect(readReplica(old)).toEqual(tail)
})
