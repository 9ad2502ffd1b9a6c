/** A conversation as its screen shows it: pure. */
import type { Message } from '@parley/protocol/message'
import { indexOfSeq } from '@parley/protocol/replica/messages'
import type { Replica } from '@parley/protocol/replica/replica'
import type { Loading } from './history.ts'
import type { Listed } from './listed.ts'
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
  /** Ids of messages whose removal can still be undone. */
  readonly removing: ReadonlySet<string>
}

export interface ViewSources {
  replica: Replica | undefined
  loading: Loading
  listed: Listed | undefined
  queue: Queue
  overlays: readonly Overlay[]
  removing: ReadonlySet<string>
}

const nothing: readonly Message[] = []

export function viewOf(sources: ViewSources): ConversationView {
  const { replica, loading, listed, queue, overlays, removing } = sources
  const tail = replica ? overlaid(loadedPart(replica), overlays) : nothing
  return {
    status: statusOf(replica, loading),
    conversation: listed,
    messages: tail,
    latest: true,
    tail,
    outgoing: queue,
    complete: replica?.complete ?? false,
    loadingOlder: loading.kind === 'older',
    loadingNewer: false,
    removing,
  }
}

function statusOf(replica: Replica | undefined, loading: Loading): ConversationView['status'] {
  if (loading.kind === 'gone') return 'missing'
  if (replica?.from !== undefined) return 'ready'
  return loading.kind === 'failed' ? 'failed' : 'loading'
}

/** Rows from before the loaded part arrive too; between them and it there may be others. */
function loadedPart({ messages, from }: Replica): readonly Message[] {
  if (from === undefined) return nothing
  const first = indexOfSeq(messages, from)
  return first === 0 ? messages : messages.slice(first)
}
