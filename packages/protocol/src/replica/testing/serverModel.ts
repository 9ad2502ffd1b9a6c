import fc from 'fast-check'
import type { Change } from '../../change.ts'
import type { Conversation } from '../../conversation.ts'
import { formatMessageId } from '../../ids.ts'
import type { Message } from '../../message.ts'
import type { Participant } from '../../participant.ts'
import type { Asked } from '../loaded.ts'

/** One thing that somebody does; `by` and `at` choose who and to which message. */
const act = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('send' as const),
      by: fc.nat(2),
      isBulk: fc.boolean(),
    }),
  },
  fc.record({ act: fc.constantFrom('edit', 'remove', 'react'), by: fc.nat(2), at: fc.nat(30) }),
  fc.record({ act: fc.constantFrom('read', 'deliver'), by: fc.nat(2), at: fc.nat(30) }),
  fc.record({ act: fc.constant('rename' as const), by: fc.nat(2), at: fc.nat(30) }),
  fc.record({ act: fc.constant('mute' as const), by: fc.nat(2), at: fc.nat(2) }),
  fc.record({ act: fc.constantFrom('go', 'come'), by: fc.nat(2) }),
)
export const acts = fc.array(act, { minLength: 1, maxLength: 40, size: 'max' })

interface Act {
  act: string
  by: number
  at?: number
  isBulk?: boolean
}

const people = ['ann', 'bob', 'cem']
const id = '00000000-0000-4000-8000-000000000001'

/** What the server would hold after each act, as plainly as it can be said. */
export class ServerModel {
  readonly changes: Change[] = []
  readonly moments: Moment[]

  constructor(sequence: readonly Act[]) {
    this.moments = [firstMoment()]
    for (const [index, step] of sequence.entries()) {
      const next = this.now.after(step, index)
      if (!next) continue
      this.changes.push(...next.moment.told(next.changes, this.now))
      this.moments.push(next.moment)
    }
    if (this.changes.length === 0) this.changes.push({ conversationId: id, version: 1 })
  }

  get now(): Moment {
    const last = this.moments.at(-1)
    if (!last) throw new Error('a model has at least its first moment')
    return last
  }
}

function firstMoment(): Moment {
  return new Moment(
    1,
    [],
    people.map(person => ({
      userId: person,
      user: { id: person, name: person, role: 'customer' },
      version: 1,
      readSeq: 0,
      deliveredSeq: 0,
      joinedAt: time(0),
      ...(person === 'ann' ? { archived: false, muted: false, pinned: false, mineVersion: 0 } : {}),
    })),
    { version: 1 },
  )
}

class Moment {
  readonly version: number
  readonly messages: readonly Message[]
  readonly participants: readonly Participant[]
  readonly titled: { version: number; title?: string }

  constructor(
    version: number,
    messages: readonly Message[],
    participants: readonly Participant[],
    titled: { version: number; title?: string },
  ) {
    this.version = version
    this.messages = messages
    this.participants = participants
    this.titled = titled
  }

  /** The moment after an act and the changes that tell of it; nothing when it changes nothing. */
  after(step: Act, index: number): { moment: Moment; changes: Change[] } | undefined {
    const version = this.version + 1
    const by = people[step.by] ?? 'ann'
    if (step.act === 'go' || step.act === 'come') return this.#membered(step.act, by, index)
    if (!this.has(by)) return undefined
    const at = { conversationId: id, version }
    const { messages, participants, titled } = this
    if (step.act === 'rename') {
      const title = `title ${step.at}`
      const moment = new Moment(version, messages, participants, { version, title })
      return { moment, changes: [{ ...at, conversation: { title } }] }
    }
    if (step.act === 'read' || step.act === 'deliver' || step.act === 'mute') {
      return this.#positioned(step, by, index)
    }
    const message = this.#written(step, by, index)
    if (!message) return undefined
    const rows = [...messages.filter(({ seq }) => seq !== message.seq), message]
    rows.sort((a, b) => a.seq - b.seq)
    return {
      moment: new Moment(version, rows, participants, titled),
      changes: [{ ...at, message }],
    }
  }

  /** Whether somebody takes part. */
  has(person: string): boolean {
    return this.participants.some(({ userId, leftAt }) => userId === person && !leftAt)
  }

  /** What is not this one's to see. */
  hidden(person: string): number {
    return this.participants.find(({ userId }) => userId === person)?.afterSeq ?? 0
  }

  /** What `ann` is told of what changed, going from the moment before. */
  told(changes: readonly Change[], before: Moment): Change[] {
    if (!this.has('ann')) return before.has('ann') ? [this.head('ann')] : []
    const seen = changes.map(change =>
      'message' in change && change.message.seq <= this.hidden('ann')
        ? row(change.version)
        : change,
    )
    return before.has('ann') ? seen : [this.head('ann'), ...seen]
  }

  /** Somebody goes or comes back, and a line tells it. */
  #membered(act: 'go' | 'come', by: string, index: number) {
    const old = this.participants.find(({ userId }) => userId === by)
    if (!old || this.has(by) !== (act === 'go')) return undefined
    const version = this.version + 1
    const read = this.messages.length
    const { leftAt: _left, ...stays } = old
    const own = { mineVersion: (old.mineVersion ?? 0) + 1, archived: false, afterSeq: read }
    const came = {
      ...stays,
      version,
      joinedAt: time(index + 1),
      readSeq: read,
      deliveredSeq: read,
      ...(by === 'ann' && own),
    }
    const next = act === 'go' ? { ...old, version, leftAt: time(index + 1) } : came
    const rows = this.participants.map(participant =>
      participant.userId === by ? next : participant,
    )
    rows.sort((a, b) => a.joinedAt.localeCompare(b.joinedAt) || (a.userId < b.userId ? -1 : 1))
    const { content: _content, ...line } = this.#sent(act === 'go' ? by : 'bob', index, version + 1)
    const event =
      act === 'go' ? { kind: 'left' as const } : { kind: 'added' as const, userIds: [by] }
    const message = { ...line, event }
    return {
      moment: new Moment(version + 1, [...this.messages, message], rows, this.titled),
      changes: [
        { ...row(version), participant: shared(next) },
        { ...row(version + 1), message },
      ],
    }
  }

  #sent(by: string, index: number, version: number): Message {
    const seq = this.messages.length + 1
    return {
      id: formatMessageId(id, seq),
      conversationId: id,
      seq,
      version,
      clientId: id,
      senderId: by,
      content: { type: 'text', text: `text ${seq}` },
      reactions: [],
      createdAt: time(index + 1),
    }
  }

  #written(step: Act, by: string, index: number): Message | undefined {
    const version = this.version + 1
    if (step.act === 'send') {
      return { ...this.#sent(by, index, version), ...(step.isBulk && { bulk: true as const }) }
    }
    const known = this.messages[(step.at ?? 0) % Math.max(1, this.messages.length)]
    if (!known?.content) return undefined
    if (step.act === 'edit') {
      const edited = { type: 'text' as const, text: `edited ${index}` }
      return { ...known, version, content: edited, editedAt: time(index) }
    }
    if (step.act === 'react') {
      return { ...known, version, reactions: [{ emoji: '👍', userIds: [by] }] }
    }
    const { content: _content, ...rest } = known
    return { ...rest, version, reactions: [], removedAt: time(index) }
  }

  #positioned(step: Act, by: string, index: number) {
    const old = this.participants.find(({ userId }) => userId === by)
    if (!old) return undefined
    const replace = (row: Participant) =>
      this.participants.map(participant => (participant.userId === by ? row : participant))
    if (step.act === 'mute') {
      if (by !== 'ann') return undefined
      const mine = { muted: step.at === 1, markedUnread: step.at === 2 }
      const row = { ...old, ...mine, mineVersion: (old.mineVersion ?? 0) + 1 }
      const moment = new Moment(this.version, this.messages, replace(row), this.titled)
      return { moment, changes: [moment.head('ann')] }
    }
    const seq = Math.min(step.at ?? 0, this.messages.length)
    const version = this.version + 1
    const next: Participant = { ...old, version }
    if (step.act === 'read' && seq > old.readSeq) {
      Object.assign(next, { readSeq: seq, readAt: time(index) })
    } else if (seq > old.deliveredSeq && step.act === 'deliver') {
      Object.assign(next, { deliveredSeq: seq, deliveredAt: time(index) })
    } else return undefined
    const moment = new Moment(version, this.messages, replace(next), this.titled)
    return { moment, changes: [{ conversationId: id, version, participant: shared(next) }] }
  }

  head(me: string): Change {
    const participant = this.participants.find(({ userId }) => userId === me)
    const version = participant?.leftAt ? participant.version : this.version
    return { conversationId: id, version, head: true, participant }
  }

  conversation(me: string): Conversation {
    const own = this.participants.find(({ userId }) => userId === me)
    const lastMessage = this.#seenBy(me).at(-1)
    return {
      id,
      version: this.version,
      lastSeq: this.messages.length,
      title: this.titled.title,
      job: undefined,
      participants: [...this.participants],
      lastMessage,
      unreadCount: this.#seenBy(me).filter(
        message =>
          message.seq > (own?.readSeq ?? 0) && message.senderId !== me && !message.removedAt,
      ).length,
      updatedAt: lastMessage?.createdAt ?? time(0),
    }
  }

  history({ before, after, around, limit }: Asked) {
    const seen = this.#seenBy('ann')
    const { version } = this
    if (after !== undefined)
      return { messages: seen.filter(({ seq }) => seq > after).slice(0, limit), version }
    const first = around === undefined ? undefined : around - Math.floor(limit / 2)
    // Around a message near the end the page is filled from before it.
    const begin = Math.min(
      seen.filter(({ seq }) => first !== undefined && seq < first).length,
      Math.max(0, seen.length - limit),
    )
    if (first !== undefined) return { messages: seen.slice(begin, begin + limit), version }
    const older = seen.filter(({ seq }) => before === undefined || seq < before)
    return { messages: older.slice(-limit), version }
  }

  #seenBy(person: string): Message[] {
    return this.messages.filter(({ seq }) => seq > this.hidden(person))
  }

  changesSince(version: number, me: string): { changes: Change[]; version: number } {
    const rows: Change[] = [
      ...this.#seenBy(me).map(message => ({ ...row(message.version), message })),
      ...this.participants.map(participant => ({
        ...row(participant.version),
        participant: participant.userId === me ? participant : shared(participant),
      })),
      ...(this.titled.title
        ? [{ ...row(this.titled.version), conversation: { title: this.titled.title } }]
        : []),
    ]
    const changes = rows.filter(change => change.version > version)
    return { changes: changes.sort((a, b) => a.version - b.version), version: this.version }
  }
}

function row(version: number) {
  return { conversationId: id, version }
}

function shared(participant: Participant): Participant {
  const {
    archived: _a,
    muted: _m,
    pinned: _p,
    markedUnread: _u,
    mineVersion: _v,
    afterSeq: _s,
    ...rest
  } = participant
  return rest
}

function time(minute: number): string {
  return new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString()
}
