/** A conversation as its screen shows it: pure. */
import type { Message } from '@parley/protocol/message'
import { messagesWithin } from '@parley/protocol/replica/messages'
import type { Replica } from '@parley/protocol/replica/replica'
import type { Loading } from './history.ts'
import type { Listed } from './listed.ts'
import { memo } from './memo.ts'
import type { Outgoing, Queue } from './outbox.ts'
import { type Overlay, overlaid } from './overlays.ts'

export interface ConversationView {
  /** `missing`: it does not exist for this person, or does not any more. */
  readonly status: 'loading' | 'ready' | 'missing' | 'failed'
  readonly conversation?: Listed | undefined
  /** The part of the history that is shown, ascending, without a hole. */
  readonly messages: readonly Message[]
  /** What is shown reaches the newest message; not while one looks further back, around another. */
  readonly latest: boolean
  /** The loaded part that ends at the newest message; the same array as `messages` while `latest`. */
  readonly tail: readonly Message[]
  /** Not acknowledged yet, in the order of sending; shown below the messages. */
  readonly outgoing: readonly Outgoing[]
  /** Nothing older than the part that is shown exists. */
  readonly complete: boolean
  readonly loadingOlder: boolean
  readonly loadingNewer: boolean
  /** The message that will be shown once what is around it is loaded. */
  readonly lookingFor: number | undefined
  /** Ids of messages whose removal can still be undone. */
  readonly removing: ReadonlySet<string>
}

export interface ViewSources {
  replica: Replica | undefined
  loading: Loading
  /** One looks at the stretch, as long as there is one, rather than at the tail. */
  looksBack: boolean
  lookingFor: number | undefined
  listed: Listed | undefined
  queue: Queue
  overlays: readonly Overlay[]
  removing: ReadonlySet<string>
}

const nothing: readonly Message[] = []

/** Views of one conversation: lists of messages stay the same objects while nothing in them changes. */
export function createViewOf(): (sources: ViewSources) => ConversationView {
  const [tailOf, stretchOf] = [createPart(), createPart()]

  return ({ replica, loading, looksBack, lookingFor, listed, queue, overlays, removing }) => {
    const { messages = nothing, from, stretch } = replica ?? {}
    const back = looksBack ? stretch : undefined
    const tail = tailOf({ messages, from, to: undefined, overlays })
    const apart = stretchOf({ messages, from: back?.from, to: back?.to, overlays })
    return {
      status: statusOf(replica, loading),
      conversation: listed,
      messages: back ? apart : tail,
      latest: !back,
      tail,
      outgoing: queue,
      complete: (back ?? replica)?.complete ?? false,
      loadingOlder: loading.kind === 'older',
      loadingNewer: loading.kind === 'newer',
      lookingFor,
      removing,
    }
  }
}

function statusOf(replica: Replica | undefined, loading: Loading): ConversationView['status'] {
  if (loading.kind === 'gone') return 'missing'
  if (replica?.from !== undefined) return 'ready'
  return loading.kind === 'failed' ? 'failed' : 'loading'
}

interface Part {
  messages: readonly Message[]
  from: number | undefined
  to: number | undefined
  overlays: readonly Overlay[]
}

/** What is held beside it may change without a new list. */
function createPart(): (part: Part) => readonly Message[] {
  const compute = memo(messagesOf)
  let known = nothing
  return part => {
    const next = compute(part)
    if (!isSame(known, next)) known = next
    return known
  }
}

/** Rows beside the loaded parts arrive too; between them there may be others. */
function messagesOf({ messages, from, to, overlays }: Part): readonly Message[] {
  if (from === undefined) return nothing
  return overlaid(messagesWithin(messages, { from, to }), overlays)
}

function isSame(some: readonly Message[], others: readonly Message[]): boolean {
  // Asked with everything that becomes of the conversation, however much of it is loaded.
  if (some === others) return true
  return some.length === others.length && some.every((message, at) => message === others[at])
}
