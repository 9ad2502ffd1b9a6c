// Every named query with the rows of tables and indexes that it may read: what it answers and
// what is looked up for it, never what there is. A new query gets a line here.

import { limits } from '@parley/protocol/limits'
import type { Transaction } from '../database.ts'
import { promoteOrCreate, putAccount, setPassword } from '../queries/accounts.ts'
import {
  block,
  blockedBy,
  blockersAmong,
  isBlockedInPair,
  strangersWhoBlock,
  unblock,
} from '../queries/blocks.ts'
import { broadcastReport } from '../queries/broadcastReport.ts'
import { getBroadcast, listBroadcasts } from '../queries/broadcasts.ts'
import { bulkUsage } from '../queries/bulkUsage.ts'
import { changesSince } from '../queries/changesSince.ts'
import { countConversations } from '../queries/countConversations.ts'
import {
  attendees,
  depart,
  insertLine,
  isCustomerOfJob,
  join,
  placeOf,
  retitle,
  sharePositions,
} from '../queries/groups.ts'
import { changedAmong, headsAt, headsOf, presentHorizon } from '../queries/heads.ts'
import { history } from '../queries/history.ts'
import { insertMessage, wasSent } from '../queries/insertMessage.ts'
import { insertMessages } from '../queries/insertMessages.ts'
import { upsertJob, visibleJob, visibleJobs } from '../queries/jobs.ts'
import { lockConversation, raiseVersion } from '../queries/lockConversation.ts'
import { membersOf, participantsAmong } from '../queries/members.ts'
import { openBroadcasts } from '../queries/openBroadcasts.ts'
import { findOpened, insertConversation } from '../queries/openConversation.ts'
import * as people from '../queries/people.ts'
import { lockRising, positionOf, raisePositions } from '../queries/positions.ts'
import { allowedAmong, noteSightings } from '../queries/presence.ts'
import { getConversation, listConversations } from '../queries/readConversations.ts'
import { matchingCustomers, recipientsInADay } from '../queries/recipients.ts'
import { rewriteMessage, visibleMessage } from '../queries/rewriteMessage.ts'
import { endSession, endSessions, livingSessions, thinOutSessions } from '../queries/sessions.ts'
import { setMine } from '../queries/setMine.ts'
import {
  deleteTemplate,
  getTemplate,
  insertTemplate,
  listTemplates,
  updateTemplate,
} from '../queries/templates.ts'
import { typingPlace } from '../queries/typing.ts'
import { conversationOf, filled } from './fill.ts'
import { large } from './fillLargeBroadcast.ts'

const { busy, other, long, longest, conversationsOfBusy, broadcastsThisMonth, failedOfEach } =
  filled

export interface Query {
  /** Rows that it may read. */
  most: number
  ask: (tx: Transaction) => Promise<unknown>
}

/** A few dozen for the looks by key of anything that concerns one row. */
export const few = 40

const outgoing = {
  conversationId: long,
  senderId: busy,
  clientId: '00000000-0000-4000-9000-000000000000',
  text: 'hello',
  mentions: null,
  replyTo: 7,
}
/** In as many conversations. */
const hundred = Array.from({ length: 100 }, (_, at) => ({
  ...outgoing,
  conversationId: conversationOf(at + 1),
  clientId: outgoing.clientId.replace(/000$/, `${100 + at}`),
}))
const account = { id: 'usr_new', email: 'new@example.com', name: 'New', role: 'customer' } as const
const job = { id: 'job-7', title: 'Roof', type: 'repair', status: 'done', customerId: other }
const pair = { openedBy: other, people: [other, 'contractor-9'], title: null, jobId: null }
const page = { limit: 50, archived: false, after: null }
const anHourAgo = { updatedAt: new Date(Date.now() - 3_600_000).toISOString(), id: long }
const searcher = { userId: busy, role: 'contractor' } as const
const customers = { roles: ['customer' as const], relatedOnly: false }
const everybody = Array.from({ length: 3000 }, (_, at) => `customer-${at}`)

const customersOfBusy = everybody.slice(1, 1 + limits.presences)
const sightingOf = (userId: string) => ({ userId, agoMs: 600, unlessWithinMs: 0 })

/** What ten people report at once, each of another conversation. */
const reports = hundred.slice(0, 10).map(({ conversationId, senderId }) => {
  return { conversationId, userId: senderId, readSeq: longest, deliveredSeq: longest }
})

const joining = {
  userIds: ['customer-7', 'customer-8'],
  version: longest + 3,
  lastSeq: longest,
  afterSeq: longest,
  sharesPositions: true,
}
const line = {
  senderId: busy,
  clientId: outgoing.clientId,
  event: { kind: 'left' as const },
  version: longest + 4,
  changesMembers: true,
}

/** Half of the conversations of the busy one were active since. */
const talkedSince = new Date(Date.now() - 250 * 60_000).toISOString()
/** Open jobs of the rarer type: every 20th is of that type, every third open. */
const paintedAndOpen = 2000 / 60
const template = { name: 'New', text: 'Hello' }

/** By the name of the query, and after a comma what is asked of it. */
export const queries: Record<string, Query> = {
  insertMessage: { most: few, ask: tx => insertMessage(tx, outgoing) },
  'insertMessage, skip': { most: few, ask: tx => insertMessage(tx, outgoing, 'skip') },
  'insertMessages, one': { most: few, ask: tx => insertMessages(tx, [outgoing]) },
  'insertMessages, a hundred': { most: 100 * few, ask: tx => insertMessages(tx, hundred) },
  wasSent: { most: few, ask: tx => wasSent(tx, busy, outgoing.clientId) },
  positionOf: { most: few, ask: tx => positionOf(tx, long, busy) },
  lockRising: { most: 10 * few, ask: tx => lockRising(tx, reports) },
  raisePositions: { most: 10 * few, ask: tx => raisePositions(tx, reports) },
  lockConversation: { most: few, ask: tx => lockConversation(tx, long, busy) },
  raiseVersion: { most: few, ask: tx => raiseVersion(tx, long) },
  setMine: {
    most: few,
    ask: tx => setMine(tx, busy, { conversationId: long, muted: true, unread: true }),
  },
  visibleMessage: { most: few, ask: tx => visibleMessage(tx, long, 2000, busy) },
  rewriteMessage: {
    most: few,
    async ask(tx) {
      const found = await visibleMessage(tx, long, 2000, busy)
      return found && rewriteMessage(tx, { ...found.row, text: 'changed' })
    },
  },
  membersOf: { most: few, ask: tx => membersOf(tx, long) },
  participantsAmong: { most: few, ask: tx => participantsAmong(tx, long, [busy, other]) },

  placeOf: { most: few, ask: tx => placeOf(tx, long, busy) },
  attendees: { most: few, ask: tx => attendees(tx, long) },
  join: { most: few, ask: tx => join(tx, long, joining) },
  isCustomerOfJob: { most: few, ask: tx => isCustomerOfJob(tx, long, busy) },
  depart: {
    most: few,
    ask: tx => depart(tx, long, { userId: busy, version: longest + 4, sharesPositions: true }),
  },
  sharePositions: {
    most: few,
    ask: tx => sharePositions(tx, long, { but: busy, version: longest + 3 }),
  },
  retitle: { most: few, ask: tx => retitle(tx, long, { title: 'Roof', version: longest + 4 }) },
  insertLine: { most: few, ask: tx => insertLine(tx, long, line) },

  typingPlace: { most: few, ask: tx => typingPlace(tx, long, busy) },

  'history, newest': { most: 3 * page.limit, ask: tx => pageOf(tx, {}) },
  'history, before': { most: 3 * page.limit, ask: tx => pageOf(tx, { before: 2000 }) },
  'history, after': { most: 3 * page.limit, ask: tx => pageOf(tx, { after: 2000 }) },
  'history, around': { most: 3 * page.limit, ask: tx => pageOf(tx, { around: 2000 }) },
  'changesSince, nothing': { most: few, ask: tx => changesSince(tx, busy, long, longest + 3) },
  'changesSince, far behind': {
    most: 4 * limits.changesPage,
    ask: tx => changesSince(tx, busy, long, 0),
  },

  listConversations: {
    most: 4 * conversationsOfBusy + 12 * page.limit,
    ask: tx => listConversations(tx, busy, page),
  },
  'listConversations, a later page': {
    most: 4 * conversationsOfBusy + 12 * page.limit,
    ask: tx => listConversations(tx, busy, { ...page, after: anHourAgo }),
  },
  getConversation: { most: 2 * limits.unreadMax + few, ask: tx => getConversation(tx, busy, long) },
  findOpened: { most: few, ask: tx => findOpened(tx, { ...pair, openKey: null }) },
  insertConversation: { most: few, ask: tx => insertConversation(tx, { ...pair, openKey: null }) },

  // The newest entries of the indexes are those of the hundred that were undone.
  presentHorizon: { most: 4 * few, ask: presentHorizon },
  'headsOf, nothing new': {
    most: 3 * conversationsOfBusy,
    ask: async tx => headsOf(tx, busy, await presentHorizon(tx)),
  },
  'headsOf, all': { most: 3 * conversationsOfBusy, ask: tx => headsOf(tx, busy, '0') },
  'changedAmong, nothing new': {
    most: few,
    ask: async tx => changedAmong(tx, everybody, await presentHorizon(tx)),
  },
  'changedAmong, one message': {
    most: 3 * few,
    async ask(tx) {
      const horizon = await presentHorizon(tx)
      await insertMessage(tx, outgoing)
      return changedAmong(tx, everybody, horizon)
    },
  },
  headsAt: { most: few, ask: tx => headsAt(tx, [{ conversationId: long, userId: busy }]) },

  block: { most: few, ask: tx => block(tx, busy, other) },
  unblock: { most: few, ask: tx => unblock(tx, 'customer-7', 'contractor-7') },
  blockedBy: { most: few, ask: tx => blockedBy(tx, 'customer-7', 100) },
  blockersAmong: { most: few, ask: tx => blockersAmong(tx, 'contractor-7', ['customer-7', other]) },
  strangersWhoBlock: {
    most: few,
    ask: tx => strangersWhoBlock(tx, 'contractor-7', ['customer-7', other]),
  },
  isBlockedInPair: { most: few, ask: tx => isBlockedInPair(tx, long, busy) },
  livingSessions: { most: few, ask: tx => livingSessions(tx, ['7/3', '8/4']) },
  thinOutSessions: { most: few, ask: tx => thinOutSessions(tx, 'usr_7', 2) },
  endSession: { most: few, ask: tx => endSession(tx, '7/3') },
  endSessions: { most: few, ask: tx => endSessions(tx, 'usr_7') },
  putAccount: { most: few, ask: tx => putAccount(tx, account) },
  promoteOrCreate: { most: few, ask: tx => promoteOrCreate(tx, account) },
  setPassword: { most: few, ask: tx => setPassword(tx, 'usr_7', 'hash') },

  refreshPerson: {
    most: few,
    ask: tx => people.refreshPerson(tx, { userId: busy, name: 'Busy', role: 'contractor' }),
  },
  refreshPeople: {
    most: few,
    ask: tx =>
      people.refreshPeople(tx, [
        { userId: busy, name: 'Busy', role: 'contractor' },
        { userId: 'never seen', name: 'New', role: 'customer' },
      ]),
  },
  getPerson: { most: few, ask: tx => people.getPerson(tx, busy) },
  getPeople: { most: few, ask: tx => people.getPeople(tx, [busy, other]) },
  setPreferences: { most: few, ask: tx => people.setPreferences(tx, busy, { showOnline: false }) },
  'findPeople, by a word': {
    most: 3 * few,
    ask: tx => people.findPeople(tx, searcher, { query: '77', limit: 20 }, customers),
  },
  'findPeople, the first': {
    most: 3 * few,
    ask: tx => people.findPeople(tx, searcher, { query: '', limit: 20 }, customers),
  },
  'findKnown, from a conversation only': {
    most: 4 * conversationsOfBusy,
    ask: tx => people.findKnown(tx, searcher, other, { roles: [], relatedOnly: false }),
  },
  'findKnown, by what relates them': {
    most: 8 * conversationsOfBusy,
    ask: tx => people.findKnown(tx, searcher, other, { roles: ['customer'], relatedOnly: true }),
  },
  relatedAmong: {
    most: 4 * conversationsOfBusy,
    ask: tx => people.relatedAmong(tx, busy, 'contractor', [other]),
  },
  'allowedAmong, one who looks at 200': {
    most: 4 * conversationsOfBusy + 200 * 4,
    ask: tx =>
      allowedAmong(
        tx,
        customersOfBusy.map(target => ({ viewer: busy, target })),
      ),
  },
  'allowedAmong, one whom 200 look at': {
    most: 4 * conversationsOfBusy + 200 * 4,
    ask: tx =>
      allowedAmong(
        tx,
        customersOfBusy.map(viewer => ({ viewer, target: busy })),
      ),
  },
  noteSightings: {
    most: 10 * few,
    ask: tx => noteSightings(tx, customersOfBusy.slice(0, 10).map(sightingOf)),
  },
  countConversations: {
    most: 4 * conversationsOfBusy,
    ask: tx => countConversations(tx, [busy, other]),
  },
  bulkUsage: {
    most: broadcastsThisMonth * (4 + failedOfEach) + few,
    ask: tx => bulkUsage(tx, 30),
  },
  'matchingCustomers, of open jobs': {
    most: 4 * conversationsOfBusy + paintedAndOpen * 3,
    ask: tx => matchingCustomers(tx, busy, { jobType: 'paint ' }, 10_001),
  },
  'matchingCustomers, of a place': {
    most: 4 * conversationsOfBusy + paintedAndOpen * 3,
    ask: tx => matchingCustomers(tx, busy, { place: 'town 0', jobType: 'paint' }, 10_001),
  },
  'matchingCustomers, of one contractor without conversations': {
    most: paintedAndOpen * 3,
    ask: tx => matchingCustomers(tx, 'new', { jobType: 'paint', jobStatus: 'open' }, 10_001),
  },
  'matchingCustomers, of one job': {
    most: few,
    ask: tx => matchingCustomers(tx, busy, { jobId: 'job-7' }, 10_001),
  },
  'matchingCustomers, who wrote': {
    most: 12 * conversationsOfBusy,
    ask: tx => matchingCustomers(tx, busy, { talkedSince }, 10_001),
  },
  'matchingCustomers, who did not answer': {
    most: 12 * conversationsOfBusy,
    ask: tx => matchingCustomers(tx, busy, { notAnswered: true }, 10_001),
  },
  'matchingCustomers, by everything': {
    most: 24 * conversationsOfBusy,
    ask: tx =>
      matchingCustomers(
        tx,
        busy,
        { jobType: 'repair', place: 'Town 1', talkedSince, notAnswered: true },
        10_001,
      ),
  },
  recipientsInADay: { most: few, ask: tx => recipientsInADay(tx, busy) },

  getBroadcast: {
    most: few,
    ask: tx => getBroadcast(tx, busy, large.broadcast, { settledUpTo: 50 }),
  },
  'getBroadcast, with all recipients': {
    most: 3 * large.recipients + few,
    ask: tx => {
      const settledUpTo = large.recipients
      return getBroadcast(tx, busy, large.broadcast, { settledUpTo, withReached: true })
    },
  },
  listBroadcasts: {
    most: 2 * page.limit + few,
    ask: tx => listBroadcasts(tx, busy, { limit: page.limit, after: null }, 50),
  },
  'listBroadcasts, a later page': {
    most: 2 * page.limit + few,
    ask: tx =>
      listBroadcasts(
        tx,
        busy,
        { limit: page.limit, after: { createdAt: anHourAgo.updatedAt, id: long } },
        50,
      ),
  },
  broadcastReport: { most: 4 * 100 + few, ask: tx => reportOf(tx, undefined) },
  'broadcastReport, failed': { most: 4 * 100 + few, ask: tx => reportOf(tx, 'failed') },
  'broadcastReport, waiting': { most: 4 * 100 + few, ask: tx => reportOf(tx, 'waiting') },
  // It has to look for them.
  'broadcastReport, read': { most: 4 * large.recipients, ask: tx => reportOf(tx, 'read') },

  listTemplates: { most: few, ask: tx => listTemplates(tx, busy) },
  getTemplate: { most: few, ask: tx => getTemplate(tx, busy, large.broadcast) },
  insertTemplate: { most: few, ask: tx => insertTemplate(tx, busy, template, 100) },
  updateTemplate: {
    most: few,
    async ask(tx) {
      const [one] = await listTemplates(tx, busy)
      return one && updateTemplate(tx, busy, { ...one, ...template })
    },
  },
  deleteTemplate: {
    most: few,
    async ask(tx) {
      const [one] = await listTemplates(tx, busy)
      return one && deleteTemplate(tx, busy, one.id)
    },
  },
  openBroadcasts: { most: few, ask: openBroadcasts },
  upsertJob: { most: few, ask: tx => upsertJob(tx, job) },
  visibleJob: {
    most: 4 * conversationsOfBusy,
    ask: tx => visibleJob(tx, busy, 'contractor', 'job-7'),
  },
  visibleJobs: {
    most: 4 * conversationsOfBusy,
    ask: tx => visibleJobs(tx, busy, 'contractor'),
  },
}

/** Once at the start; a piece of others. */
export const notMeasured = ['backdate', 'presentEpoch', 'presentMs', 'otherOfPair', 'isSeenBy']

function pageOf(tx: Transaction, bound: { before?: number; after?: number; around?: number }) {
  return history(tx, busy, { conversationId: long, limit: 50, ...bound })
}

function reportOf(tx: Transaction, only: 'failed' | 'waiting' | 'read' | undefined) {
  return broadcastReport(tx, busy, large.broadcast, { only, after: 200, limit: 101 })
}
