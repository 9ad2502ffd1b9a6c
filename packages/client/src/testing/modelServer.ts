/**
 * A server in memory that does what the real one promises: acts that are idempotent where they
 * must be, versions that rise with each change, a feed that heads and sweeps heal.
 */
import type { Change } from '@parley/protocol/change'
import type {
  AddPeopleInput,
  EditInput,
  HistoryInput,
  ListInput,
  OpenInput,
  RemovePersonInput,
  SendInput,
  SetMineInput,
} from '@parley/protocol/chatInputs'
import type { Conversation } from '@parley/protocol/conversation'
import type { Event, Message } from '@parley/protocol/message'
import type { Participant } from '@parley/protocol/participant'
import type { Clock } from '../clock.ts'
import { Refused } from '../refused.ts'
import {
  changesSince,
  conversationFor,
  memberOf,
  newParticipant,
  type Room,
  withoutMine,
} from './room.ts'
import { createSignals } from './signals.ts'

export type Publish = (person: string, change: Change) => void

interface Store {
  epoch: string
  commits: number
  rooms: Map<string, Room>
}

export type ModelServer = ReturnType<typeof createModelServer>

export function createModelServer(clock: Clock) {
  let store: Store = { epoch: 'first', commits: 0, rooms: new Map() }
  const listeners = new Set<Publish>()
  let opened = 0

  const time = () => new Date(clock.now()).toISOString()

  function roomOf(me: string, id: string): Room {
    const room = store.rooms.get(id)
    if (!room || !memberOf(room, me)) throw new Refused('NOT_FOUND')
    return room
  }

  function publish(room: Room, changeFor: (person: string) => Change): void {
    for (const { userId, leftAt, version } of room.participants) {
      if (leftAt !== undefined && version < room.version) continue
      for (const tell of listeners) tell(userId, structuredClone(changeFor(userId)))
    }
  }

  function commit(room: Room): number {
    store.commits += 1
    room.changedBy = store.commits
    room.version += 1
    return room.version
  }

  function storeMessage(room: Room, message: Message): Message {
    room.messages[message.seq - 1] = message
    const { version } = message
    publish(room, () => ({ conversationId: room.id, version, message }))
    return message
  }

  /** Tells in the conversation what became of it. */
  function tellIn(room: Room, senderId: string, event: Event): void {
    const seq = room.messages.length + 1
    room.updatedAt = time()
    storeMessage(room, {
      id: `${room.id}.${seq}`,
      conversationId: room.id,
      seq,
      version: commit(room),
      clientId: `line-${room.id}-${seq}`,
      senderId,
      event,
      reactions: [],
      createdAt: time(),
    })
  }

  function rewrite(me: string, messageId: string, change: (row: Message) => Message): Message {
    const [id = '', seq] = messageId.split('.')
    const room = roomOf(me, id)
    const row = room.messages[Number(seq) - 1]
    if (!row) throw new Refused('NOT_FOUND')
    if (row.event) throw new Refused('FORBIDDEN')
    const changed = change(row)
    return changed === row ? row : storeMessage(room, { ...changed, version: commit(room) })
  }

  function raise(me: string, id: string, change: (row: Participant) => Partial<Participant>) {
    const room = roomOf(me, id)
    const row = memberOf(room, me)
    const patch = row && change(row)
    if (!row || !patch || Object.keys(patch).length === 0) return
    const participant = { ...row, ...patch, version: commit(room) }
    room.participants = room.participants.map(one => (one.userId === me ? participant : one))
    const { version } = participant
    publish(room, () => ({
      conversationId: id,
      version,
      participant: withoutMine(participant),
    }))
  }

  return {
    get epoch() {
      return store.epoch
    },
    get commits() {
      return store.commits
    },
    messagesPerMinute: 10_000,
    signals: createSignals(clock.now),
    rooms: () => [...store.rooms.values()],
    room: (id: string) => store.rooms.get(id),
    listen(listener: Publish) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    copy: (): Store => structuredClone(store),
    restore(copy: Store, epoch = copy.epoch) {
      store = { ...structuredClone(copy), epoch }
    },

    list(me: string, { limit, cursor, archived = false }: Partial<ListInput> & { limit: number }) {
      const all = [...store.rooms.values()]
        .filter(room => memberOf(room, me)?.archived === archived)
        .sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1))
      const below = cursor ? all.filter(room => placeOf(room) < cursor) : all
      const page = below.slice(0, limit)
      const last = below.length > limit ? page.at(-1) : undefined
      const items = page.map(room => conversationFor(room, me))
      return { items, ...(last && { nextCursor: placeOf(last) }) }
    },
    get: (me: string, id: string) => conversationFor(roomOf(me, id), me),
    history(me: string, { conversationId, before, after, around, limit }: HistoryInput) {
      const { messages, version } = roomOf(me, conversationId)
      const end = before === undefined ? messages.length : before - 1
      const from = around === undefined ? after : Math.max(0, around - Math.floor(limit / 2) - 1)
      const latest = Math.max(0, Math.min(end, messages.length) - limit)
      // Around a message near the end the page is filled from before it.
      const start = after ?? Math.min(from ?? latest, latest)
      return { messages: messages.slice(start, Math.min(start + limit, end)), version }
    },
    changesSince: (me: string, id: string, version: number) =>
      changesSince(roomOf(me, id), me, version),

    open(me: string, { participantIds, key, title, firstMessage }: OpenInput) {
      const people = [...new Set([me, ...participantIds])].sort()
      const known = key ?? people.join('+')
      const id = `room-${known}`
      if (!store.rooms.has(id)) {
        opened += 1
        store.commits += 1
        const room: Room = {
          id,
          version: 1,
          shared: { ...(title && { title }) },
          sharedVersion: 1,
          messages: [],
          participants: people.map(userId => newParticipant(userId, time())),
          isGroup: people.length > 2,
          updatedAt: time(),
          changedBy: store.commits,
        }
        store.rooms.set(id, room)
        publish(room, () => ({ conversationId: id, version: 1, head: true }))
      }
      if (firstMessage) this.send(me, { conversationId: id, ...firstMessage })
      return this.get(me, id)
    },
    opened: () => opened,
    /** Writes to many at once, each in the pair with them, which is made where there is none. */
    broadcast(me: string, userIds: readonly string[], text: string): void {
      for (const userId of userIds) {
        const { id } = this.open(me, { participantIds: [userId] })
        const room = roomOf(me, id)
        const seq = room.messages.length + 1
        room.updatedAt = time()
        storeMessage(room, {
          id: `${id}.${seq}`,
          conversationId: id,
          seq,
          version: commit(room),
          clientId: `bulk-${id}-${seq}`,
          senderId: me,
          content: { type: 'text', text },
          bulk: true,
          reactions: [],
          createdAt: time(),
        })
      }
    },
    send(me: string, { conversationId, clientId, content, replyTo }: SendInput): Message {
      for (const room of store.rooms.values()) {
        const stored = room.messages.find(
          message => message.senderId === me && message.clientId === clientId,
        )
        if (!stored) continue
        if (room.id !== conversationId) throw new Refused('CONFLICT')
        return storeMessage(room, stored)
      }
      const room = roomOf(me, conversationId)
      if (content.text === 'refuse me') throw new Refused('FORBIDDEN')
      const seq = room.messages.length + 1
      room.updatedAt = time()
      return storeMessage(room, {
        id: `${conversationId}.${seq}`,
        conversationId,
        seq,
        version: commit(room),
        clientId,
        senderId: me,
        content,
        ...(replyTo && { replyTo }),
        reactions: [],
        createdAt: time(),
      })
    },
    edit: (me: string, { messageId, text, mentions, editedAt }: EditInput) =>
      rewrite(me, messageId, row => {
        if (row.senderId !== me) throw new Refused('FORBIDDEN')
        if (!row.content) throw new Refused('CONFLICT')
        if (row.content.text === text) return row
        if (editedAt !== undefined && editedAt !== (row.editedAt ?? null))
          throw new Refused('CONFLICT')
        const content = { ...row.content, text, ...(mentions && { mentions }) }
        return { ...row, content, editedAt: time() }
      }),
    remove: (me: string, messageId: string) =>
      rewrite(me, messageId, row => {
        if (row.senderId !== me) throw new Refused('FORBIDDEN')
        const { content: _content, ...rest } = row
        return row.removedAt ? row : { ...rest, reactions: [], removedAt: time() }
      }),
    react: (me: string, input: { messageId: string; emoji: string; on: boolean }) =>
      rewrite(me, input.messageId, row => {
        const { emoji, on } = input
        if (row.removedAt) throw new Refused('CONFLICT')
        const known = row.reactions.find(reaction => reaction.emoji === emoji)?.userIds ?? []
        if (known.includes(me) === on) return row
        const userIds = on ? [...known, me] : known.filter(id => id !== me)
        const others = row.reactions.filter(reaction => reaction.emoji !== emoji)
        return { ...row, reactions: userIds.length > 0 ? [...others, { emoji, userIds }] : others }
      }),
    markRead: (me: string, id: string, seq: number) =>
      raise(me, id, row => {
        const readSeq = Math.min(seq, store.rooms.get(id)?.messages.length ?? 0)
        const deliveredSeq = Math.max(readSeq, row.deliveredSeq)
        return readSeq > row.readSeq ? { readSeq, readAt: time(), deliveredSeq } : {}
      }),
    markDelivered: (me: string, id: string, seq: number) =>
      raise(me, id, row => {
        const deliveredSeq = Math.min(seq, store.rooms.get(id)?.messages.length ?? 0)
        return deliveredSeq > row.deliveredSeq ? { deliveredSeq, deliveredAt: time() } : {}
      }),
    leave(me: string, id: string): void {
      const room = roomOf(me, id)
      raise(me, id, () => ({ leftAt: time() }))
      tellIn(room, me, { kind: 'left' })
    },
    removePerson(me: string, { conversationId, userId }: RemovePersonInput): void {
      const room = roomOf(me, conversationId)
      if (!memberOf(room, userId)) throw new Refused('NOT_FOUND')
      raise(userId, conversationId, () => ({ leftAt: time() }))
      tellIn(room, me, { kind: 'removed', userIds: [userId] })
    },
    addPeople(me: string, { conversationId, userIds, key }: AddPeopleInput): Conversation {
      const room = roomOf(me, conversationId)
      const present = room.participants.filter(({ leftAt }) => leftAt === undefined)
      if (!room.isGroup) {
        const participantIds = [...present.map(({ userId }) => userId), ...userIds]
        return this.open(me, { participantIds, key })
      }
      for (const userId of userIds) {
        if (memberOf(room, userId)) continue
        const others = room.participants.filter(row => row.userId !== userId)
        const row = { ...newParticipant(userId, time()), version: commit(room) }
        room.participants = [...others, row]
        const { id, version } = room
        publish(room, () => ({ conversationId: id, version, participant: withoutMine(row) }))
      }
      tellIn(room, me, { kind: 'added', userIds })
      return this.get(me, conversationId)
    },
    setMine(me: string, { conversationId, unread, ...wishes }: SetMineInput): Participant {
      const room = roomOf(me, conversationId)
      const row = memberOf(room, me)
      if (!row) throw new Refused('NOT_FOUND')
      const mark = unread === undefined ? {} : { markedUnread: unread }
      const mineVersion = (row.mineVersion ?? 0) + 1
      const participant = { ...row, ...wishes, ...mark, mineVersion }
      room.participants = room.participants.map(one => (one.userId === me ? participant : one))
      store.commits += 1
      room.changedBy = store.commits
      const { version } = room
      for (const tell of listeners)
        tell(me, { conversationId, version, head: true, participant: structuredClone(participant) })
      return participant
    },
    rename(me: string, id: string, title: string | undefined): Conversation {
      const room = roomOf(me, id)
      const version = commit(room)
      room.shared = title === undefined ? {} : { title }
      room.sharedVersion = version
      publish(room, () => ({ conversationId: id, version, conversation: room.shared }))
      tellIn(room, me, { kind: 'renamed', ...room.shared })
      return this.get(me, id)
    },
  }
}

/** Where it stands in the list, as text that sorts. */
function placeOf({ updatedAt, id }: Room): string {
  return `${updatedAt}_${id}`
}
