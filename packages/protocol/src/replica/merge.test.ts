import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeCatchUp, mergeChanges, mergeConversation, mergeHistory } from './merge.ts'
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
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('catchUp' as const), at: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('keep' as const), at: fc.nat(6) }) },
  ),
  { maxLength: 60 },
)

type Delivery = typeof deliveries extends fc.Arbitrary<(infer D)[]> ? D : never

function deliver(replica: Replica, server: ServerModel, { kind, at }: Delivery): Replica {
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
    case 'history': {
      const page = moment.history({ before: replica.from, limit: 3 })
      return mergeHistory(replica, page, page.messages.length < 3)
    }
    case 'catchUp':
      return mergeCatchUp(replica, server.now.changesSince(replica.held, me))
    case 'keep':
      return kept(trimmed(replica, me, at))
  }
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
  const page = server.now.history({ limit: 3 })
  return mergeHistory(replica, page, page.messages.length < 3)
}

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

test('[M8] [M13] [M14] any delivery with losses, once healed, equals a fresh reading', () => {
  fc.assert(
    fc.property(acts, fc.nat(), deliveries, (sequence, start, arrivals) => {
      const server = new ServerModel(sequence)
      let replica = firstReading(server, start)
      for (const arrival of arrivals) replica = deliver(replica, server, arrival)
      if (!server.now.has(me)) return expectGone(replica, server)
      replica = heal(replica, server)

      const fresh = server.now.conversation(me)
      const from = replica.complete ? 1 : (replica.from ?? 1)
      expect(replica.messages[0]?.seq ?? 1000).toBeGreaterThan(server.now.hidden(me))
      expect(replica.messages.filter(({ seq }) => seq >= from)).toEqual(
        server.now.history({ limit: 1000 }).messages.filter(({ seq }) => seq >= from),
      )
      expect(replica.participants).toEqual(fresh.participants)
      expect(replica.shared).toEqual({ title: fresh.title, job: fresh.job })
      expect(replica.lastSeq).toBe(fresh.lastSeq)
      expect(replica.updatedAt).toBe(fresh.updatedAt)
    }),
    { numRuns: 2000 },
  )
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
  const page = server.moments[1]!.history({ limit: 50 })
  const jumped = mergeConversation(firstReading(server, 0), server.now.conversation(me), me)
  expect(jumped.held).toBe(4)
  const opened = mergeHistory(jumped, page, true)
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
  const page = server.now.history({ limit: 50 })
  const current = mergeHistory(firstReading(server, 4), page, true)
  const older = server.moments[1]!
  expect(mergeChanges(current, [sent!, edited!])).toBe(current)
  const read = mergeConversation(current, older.conversation(me), me)
  expect(read).toMatchObject({ shared: { title: 'title 4' }, held: current.held })
  expect(read.messages).toEqual(current.messages)
  expect(read.participants).toEqual(current.participants)
  const paged = mergeHistory(current, older.history({ limit: 50 }), true)
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
  const page = server.now.history({ limit: 50 })
  const whole = mergeHistory(firstReading(server, 0), page, true)
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
  const whole = mergeHistory(firstReading(server, 4), server.now.history({ limit: 50 }), true)
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
  const whole = mergeHistory(firstReading(server, 4), server.now.history({ limit: 50 }), true)
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
