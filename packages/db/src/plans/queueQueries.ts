// What beginning a broadcast and working on it may read.

import {
  cancelBroadcast,
  msUntilDue,
  msUntilNext,
  postpone,
  settle,
  takeNext,
  takeThis,
  waitingRecipients,
} from '../queries/broadcastQueue.ts'
import { candidatesOf } from '../queries/candidates.ts'
import { findBegun, insertBroadcast, lockSender } from '../queries/insertBroadcast.ts'
import { openPairs, unopenPairs } from '../queries/openPairs.ts'
import { filled } from './fill.ts'
import { large } from './fillLargeBroadcast.ts'
import { few, type Query } from './queries.ts'

const { busy } = filled
const { broadcast } = large

const hundred = Array.from({ length: 100 }, (_, at) => ({
  nth: at + 1,
  userId: `customer-${at + 1}`,
  jobId: `job-${at + 1}`,
}))
/** Nobody talks with them about that job. */
const strangers = hundred.map(({ userId }) => ({ userId, jobId: 'job-1999' }))
const beginning = {
  senderId: busy,
  idempotencyKey: '00000000-0000-4000-a000-000000000002',
  text: 'Hello',
  jobId: null,
  filter: null,
  zone: null,
  atMs: null,
  waitMs: 0,
  recipients: hundred.map(one => ({ ...one, reason: null })),
}

export const queueQueries: Record<string, Query> = {
  findBegun: { most: few, ask: tx => findBegun(tx, busy, broadcast) },
  lockSender: { most: few, ask: tx => lockSender(tx, busy) },
  // Each recipient looks up their broadcast.
  insertBroadcast: { most: 100 * 4 + few, ask: tx => insertBroadcast(tx, beginning) },
  takeNext: { most: few, ask: tx => takeNext(tx) },
  'takeNext, when nothing is due': {
    most: few,
    async ask(tx) {
      await postpone(tx, broadcast, 1000)
      return takeNext(tx)
    },
  },
  takeThis: { most: few, ask: tx => takeThis(tx, broadcast) },
  msUntilDue: { most: few, ask: tx => msUntilDue(tx, broadcast) },
  msUntilNext: { most: few, ask: tx => msUntilNext(tx) },
  postpone: { most: few, ask: tx => postpone(tx, broadcast, 1000) },
  // A plan for this one broadcast rather sorts the quarter of it that waits.
  waitingRecipients: {
    most: large.recipients / 4,
    ask: tx => waitingRecipients(tx, broadcast, 51),
  },
  // Each with a job, and only those who know each other: all that may have to be looked up.
  'candidatesOf, a hundred': {
    most: 100 * few,
    ask: tx => candidatesOf(tx, { senderId: busy, relatedOnly: true }, hundred),
  },
  'openPairs, a hundred': { most: 100 * few, ask: tx => openPairs(tx, busy, strangers) },
  'openPairs, that are there': {
    most: 100 * few,
    async ask(tx) {
      await openPairs(tx, busy, strangers)
      return openPairs(tx, busy, strangers)
    },
  },
  unopenPairs: {
    most: 100 * few,
    async ask(tx) {
      const opened = await openPairs(tx, busy, strangers)
      return unopenPairs(
        tx,
        opened.map(({ conversationId }) => conversationId),
      )
    },
  },
  settle: {
    most: 100 * 10 + few,
    async ask(tx) {
      const turn = await waitingRecipients(tx, broadcast, 100)
      return settle(
        tx,
        broadcast,
        turn.map(({ nth }) => ({ nth, reason: 'OPTED_OUT' })),
        null,
      )
    },
  },
  cancelBroadcast: { most: few, ask: tx => cancelBroadcast(tx, busy, broadcast) },
}
