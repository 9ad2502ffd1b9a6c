/**
 * What this person does, on its way to the server, put together: what they say, what they do with
 * what was said, what they keep for themselves, and what they do to a group.
 */
import type { Change } from '@parley/protocol/change'
import type { Message } from '@parley/protocol/message'
import { type Acts, createActs } from './acts.ts'
import { createGroupActs, type GroupActs } from './groupActs.ts'
import type { Means } from './insist.ts'
import type { OutboxKeeper } from './keep/outboxKeeper.ts'
import { messageLimit } from './messageLimit.ts'
import { createMine, type Mine } from './mine.ts'
import { createPace, type Pace } from './pace.ts'
import type { Replicas } from './replicas.ts'
import { createSending, type Sending } from './sending.ts'
import type { Calls } from './transport.ts'

export interface Writing {
  pace: Pace
  sending: Sending
  acts: Acts
  mine: Mine
  groups: GroupActs
}

interface Options {
  me: string
  means: Means
  calls: Calls
  replicas: Replicas
  keeper: OutboxKeeper
  createId: () => string
  batch: (act: () => void) => void
  /** Takes in what an answer brought, as if the feed had. */
  enter: (conversationId: string, changes: readonly Change[]) => void
  onChanged: (conversationId: string) => void
  /** I take no part in it any more. */
  onLeft: (conversationId: string) => void
}

export function createWriting(options: Options): Writing {
  const { me, means, calls, replicas, keeper, createId, batch, enter, onChanged, onLeft } = options

  /** An answer carries the row as a change would: whichever comes first, it is the same. */
  function onStored(message: Message): void {
    const { conversationId, version } = message
    batch(() => {
      enter(conversationId, [{ conversationId, version, message }])
      sending.settle(conversationId, [message])
    })
  }

  const pace = createPace(means.clock, messageLimit(means, calls))
  const sending = createSending({
    me,
    means,
    calls,
    keeper,
    pace,
    onStored,
    onChanged,
    isHeld: id => replicas.get(id) !== undefined,
    isLoaded: id => replicas.get(id)?.from !== undefined,
    createId,
  })
  const acts = createActs({
    me,
    means,
    calls,
    batch,
    messageOf: (id, messageId) =>
      replicas.get(id)?.messages.find(message => message.id === messageId),
    onStored,
    onChanged,
  })
  const mine = createMine({
    means,
    calls,
    batch,
    onStored(conversationId, participant) {
      const { version } = participant
      replicas.changes(conversationId, [{ conversationId, version, head: true, participant }])
    },
    onChanged,
  })
  const groups = createGroupActs({
    means,
    calls,
    createId,
    onRead: conversation => batch(() => replicas.read(conversation)),
    onLeft,
  })
  return { pace, sending, acts, mine, groups }
}
