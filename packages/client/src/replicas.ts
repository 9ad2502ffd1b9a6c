/** The replicas of all conversations that this client knows of, and the only way to change them. */
import type { Change } from '@parley/protocol/change'
import type { Conversation } from '@parley/protocol/conversation'
import type { Message } from '@parley/protocol/message'
import type { Participant } from '@parley/protocol/participant'
import type { Asked, Page } from '@parley/protocol/replica/loaded'
import type { Replica } from '@parley/protocol/replica/replica'
import { trimmed } from '@parley/protocol/replica/trimmed'
import type { Merge } from './merge.ts'

export interface Replicas {
  get(id: string): Replica | undefined
  all(): Iterable<Replica>
  /** My own row; nothing when I do not take part. */
  mine(id: string): Participant | undefined
  /** Each answers and each change enters by one of these; unknown conversations only by `read`. */
  read(conversation: Conversation): void
  changes(id: string, changes: readonly Change[]): void
  catchUp(id: string, answer: { changes: readonly Change[]; version: number }): void
  history(id: string, page: Page, asked: Asked): void
  /** Keeps its newest messages alone, unless something of it is missing. */
  trim(id: string, most: number): void
  /** What was kept of a conversation, unless something of it is held by now. */
  restore(replica: Replica): void
  drop(id: string): void
  /** Whether these changes tell that I am not in it any more; for what is not held. */
  left(id: string, changes: readonly Change[]): boolean
  /** Forgets everything, and makes answers to what was asked before void. */
  clear(): void
  /** Rises with `clear`: an answer of an earlier one must not enter. */
  generation(): number
}

interface Options {
  me: string
  merge: Merge
  /** Message rows that came, before what they change is told. */
  onMessages: (conversationId: string, messages: readonly Message[]) => void
  /** It is held as it is now; nothing was before when it was not. */
  onHeld: (before: Replica | undefined, now: Replica) => void
  onChanged: (conversationId: string) => void
  /** I do not take part any more, or never did. */
  onGone: (conversationId: string) => void
}

export function createReplicas(options: Options): Replicas {
  const { me, merge, onMessages, onHeld, onChanged, onGone } = options
  const held = new Map<string, Replica>()
  /** The version of my row that says I went: an answer in which it is not newer is from before. */
  const wentAt = new Map<string, number>()
  let generation = 0

  const mine = (id: string) =>
    held.get(id)?.participants.find(participant => participant.userId === me)

  function put(replica: Replica, messages: readonly Message[]): void {
    const { id } = replica
    const before = held.get(id)
    held.set(id, replica)
    onMessages(id, messages)
    const row = mine(id)
    if (row?.leftAt !== undefined) {
      went(id, row)
      drop(id)
    } else if (before !== replica) {
      onHeld(before, replica)
      onChanged(id)
    }
  }

  function went(id: string, { version }: Participant): void {
    wentAt.set(id, Math.max(version, wentAt.get(id) ?? 0))
  }

  function isFromBefore({ id, participants }: Conversation): boolean {
    const own = participants.find(({ userId }) => userId === me)
    return !held.has(id) && own !== undefined && own.version <= (wentAt.get(id) ?? 0)
  }

  function drop(id: string): void {
    held.delete(id)
    onGone(id)
  }

  function change(id: string, messages: readonly Message[], next: (known: Replica) => Replica) {
    const known = held.get(id)
    if (known) put(next(known), messages)
  }

  return {
    get: id => held.get(id),
    all: () => held.values(),
    mine,
    read(conversation) {
      if (isFromBefore(conversation)) return
      const { id, lastMessage } = conversation
      const replica = merge.mergeConversation(held.get(id), conversation, me)
      put(replica, lastMessage ? [lastMessage] : [])
    },
    changes(id, changes) {
      change(id, messagesOf(changes), known => merge.mergeChanges(known, changes))
    },
    catchUp(id, answer) {
      change(id, messagesOf(answer.changes), known => merge.mergeCatchUp(known, answer))
    },
    history(id, page, asked) {
      change(id, page.messages, known => merge.mergeHistory(known, page, asked))
    },
    trim(id, most) {
      change(id, [], known => trimmed(known, me, most))
    },
    restore(replica) {
      if (!held.has(replica.id)) put(replica, replica.messages)
    },
    drop,
    left(id, changes) {
      const own = changes.flatMap(change =>
        'participant' in change && change.participant?.userId === me ? [change.participant] : [],
      )
      const last = own.at(-1)
      if (last?.leftAt === undefined) return false
      went(id, last)
      return true
    },
    clear() {
      generation += 1
      const ids = [...held.keys()]
      held.clear()
      wentAt.clear()
      for (const id of ids) onChanged(id)
    },
    generation: () => generation,
  }
}

function messagesOf(changes: readonly Change[]): Message[] {
  return changes.flatMap(change => ('message' in change ? [change.message] : []))
}
