import { setTimeout as pause } from 'node:timers/promises'
import type { Parts } from '@parley/client/client'
import { merge } from '@parley/client/merge'
import { judge } from '../oracle/judge.ts'
import { tagOf } from '../oracle/ledger.ts'
import { told } from '../oracle/told.ts'
import type { Row } from '../row.ts'
import { casts } from '../stage/cast.ts'
import type { Person } from '../stage/person.ts'
import { type Stage, setStage } from '../stage/stage.ts'
import { say as sayIn, talk } from '../stage/talk.ts'
import { until } from '../stage/until.ts'

const sizes = {
  short: { ...casts.short, perSecond: 40, rounds: 2, longestMs: 2000, backMs: 45_000 },
  long: { ...casts.long, perSecond: 100, rounds: 10, longestMs: 12_000, backMs: 45_000 },
} as const

const kinds = ['reset', 'frozen', 'half open', 'deaf', 'mute'] as const
type Kind = (typeof kinds)[number]

export const network: Row = {
  name: 'network',
  fault:
    "clients' networks reset, freeze, stay half open or carry one way only, for seconds; one person is away all the time",
  invariant: 'what was sent, edited, removed and reacted to meanwhile is all there afterwards',
  aim: 'everything there, 1,000 times of 1,000',
  defence: 'the feed continues from its cursor, and gaps are healed',
  symptom: /^(not there|not shown|different)/,
  async run({ seed, size, broken, say }) {
    const { people, perSecond, rounds, longestMs, backMs, boundMs } = sizes[size]
    await using stage = await setStage({ seed, people, parts: broken ? forgetful : {} })
    const { random } = stage
    const [absent, ...customers] = stage.people.filter((_, at) => at % 2 === 0)
    if (!absent) throw new Error('nobody is there to be away')
    say(`${customers.length} of ${people} people lose their networks, ${rounds} times`)
    const begun = performance.now()
    const talking = talk(stage, { perSecond })
    await pause(1500)
    absent.cable.unplug()
    const leftAt = performance.now()
    const problems: string[] = []
    let returns = 0
    for (let round = 0; round < rounds; round += 1) {
      const trips = customers.map(person => {
        const ms = 1000 + random.below(longestMs - 1000)
        return goAway(stage, person, {
          kind: random.pick(kinds),
          ms,
          backMs: broken ? 12_000 : backMs,
        })
      })
      for (const missing of await Promise.all(trips)) {
        returns += missing === undefined ? 1 : 0
        if (missing !== undefined) problems.push(missing)
      }
      if (broken) break
    }
    talking.stop()
    absent.cable.plug()
    const awayMs = performance.now() - leftAt
    const figures = {
      ...told(stage, performance.now() - begun),
      'everything there after returning': `${returns} of ${customers.length * rounds}`,
      'away all the time s': Math.round(awayMs / 1000),
    }
    const judged = await judge(stage, broken ? 3000 : boundMs)
    return {
      problems: [...problems, ...judged.problems],
      figures: { ...figures, ...judged.figures },
    }
  },
}

interface Trip {
  kind: Kind
  ms: number
  /** How long it may take after the return until everything is there. */
  backMs: number
}

/** @returns what was still missing after the return, in words */
async function goAway(stage: Stage, person: Person, { kind, ms, backMs }: Trip) {
  const { random } = stage
  const id = random.pick(person.conversations)
  const other = stage.people.find(one => one !== person && one.conversations.includes(id))
  if (!other) throw new Error('nobody is on the other side')
  // Something of one's own to change.
  await until('there is something to change', () => ownOf(other, id).length >= 2)
  impair(person, kind)
  sayIn(stage, person, id)
  changeOne(stage, person, id)
  const expected = actMeanwhile(stage, other, id)
  await pause(ms)
  repair(person, kind)
  const isThere = () => {
    const { messages } = person.view(id)
    const tags = new Set(messages.map(({ content }) => tagOf(content?.text ?? '')))
    const at = (seq: number) => messages.find(message => message.seq === seq)
    return (
      tags.has(expected.tag) &&
      at(expected.edited)?.content?.text === expected.text &&
      at(expected.removed)?.removedAt !== undefined
    )
  }
  return until('', isThere, backMs).then(
    () => undefined,
    () => `not there after ${kind} for ${ms} ms: changes for ${person.userId} in ${id}`,
  )
}

function ownOf(person: Person, id: string) {
  return person
    .view(id)
    .messages.filter(({ senderId, content }) => senderId === person.userId && content)
}

/** The other side sends one, edits one and removes one. */
function actMeanwhile(stage: Stage, other: Person, id: string) {
  const { ledger } = stage
  const handle = other.client.conversation(id)
  const [second, last] = ownOf(other, id).slice(-2)
  if (!second?.content || !last) throw new Error('there is nothing to change')
  const by = { person: other.userId, on: true }
  const text = `${tagOf(second.content.text)} while you were away`
  const edited = handle.edit(second.id, text)
  ledger.act({ ...by, kind: 'edit', messageId: second.id, what: text }, edited)
  const removed = other.client.api.chat.remove.mutate({ messageId: last.id }).then(() => {})
  ledger.act({ ...by, kind: 'remove', messageId: last.id, what: '' }, removed)
  return { tag: sayIn(stage, other, id), edited: second.seq, text, removed: last.seq }
}

/** Whoever is away goes on as well: edits something of their own, reacts to what they see. */
function changeOne({ ledger }: Stage, person: Person, id: string): void {
  const handle = person.client.conversation(id)
  const own = ownOf(person, id).at(-1)
  const theirs = person.view(id).messages.findLast(one => one.senderId !== person.userId)
  const by = { person: person.userId, on: true }
  if (own?.content) {
    const text = `${tagOf(own.content.text)} from afar`
    const done = handle.edit(own.id, text)
    ledger.act({ ...by, kind: 'edit', messageId: own.id, what: text }, done)
  }
  if (theirs?.content) {
    const done = handle.react(theirs.id, '👍', true)
    ledger.act({ ...by, kind: 'react', messageId: theirs.id, what: '👍' }, done)
  }
}

function impair({ cable }: Person, kind: Kind): void {
  if (kind === 'reset') cable.unplug()
  if (kind === 'frozen') cable.freeze()
  if (kind === 'half open') cable.halfOpen()
  if (kind === 'deaf') cable.swallow('down')
  if (kind === 'mute') cable.swallow('up')
}

function repair({ cable }: Person, kind: Kind): void {
  if (kind === 'reset') cable.plug()
  else if (kind === 'frozen') cable.thaw()
  // Bytes are missing: the connection cannot go on.
  else cable.cut()
}

/** A client that begins anew wherever it is, and believes that it has missed nothing. */
const forgetful: Parts = {
  merge: {
    ...merge,
    mergeChanges(replica, changes) {
      const merged = merge.mergeChanges(replica, changes)
      return { ...merged, held: merged.wanted, ahead: [] }
    },
    // The list is read again at the beginning of a feed: nothing is learnt from it.
    mergeConversation: (replica, conversation, me) =>
      replica ?? merge.mergeConversation(replica, conversation, me),
  },
  transport: usual => ({
    ...usual,
    changes: (_cursor, listener) => usual.changes(undefined, listener),
  }),
}
