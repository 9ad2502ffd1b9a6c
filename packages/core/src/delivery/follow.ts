import { createHash } from 'node:crypto'
import type { Change } from '@parley/protocol/change'
import { frameId, parseCursor } from '@parley/protocol/cursor'
import type { Delivery } from './delivery.ts'

/** One answer of a subscription; an empty one is a tick. */
export interface Frame {
  /** Resuming from it continues after this frame. */
  id: string
  changes: Change[]
}

/** How the subscriber's connection stands. */
export interface Subscriber {
  signal: AbortSignal
  /** Resolves when what was written before has been taken by the network. */
  writable(): Promise<void>
}

/**
 * Everything that changes in a person's conversations, from where they left off.
 *
 * First the live feed opens, then the heads since the cursor are read, so nothing falls
 * between. Without a cursor there are no heads; one that cannot be read, of another
 * database or person, or from the future gets the heads of all conversations.
 */
export async function* follow(
  { hub, epoch, boot, countFrame }: Delivery,
  person: string,
  lastEventId: string | null | undefined,
  { signal, writable }: Subscriber,
): AsyncGenerator<Frame, void, undefined> {
  const own = epochOf(person, epoch)
  const feed = hub.join(person)
  try {
    await Promise.race([hub.begin(feed, sinceWhen(lastEventId, own)), aborted(signal)])
    while (!signal.aborted) {
      await feed.filled(signal)
      await writable()
      if (signal.aborted) return
      const { changes, horizon } = feed.take()
      yield { id: frameId({ horizon, epoch: own }, boot, countFrame()), changes }
    }
  } finally {
    hub.leave(feed)
  }
}

/**
 * A horizon says what one person was sent. To somebody else it says nothing, and what they
 * missed may lie before it; so each has an epoch of their own.
 */
function epochOf(person: string, epoch: string): string {
  const mark = createHash('sha256').update(person).digest('hex').slice(0, 12)
  return `${epoch}-${mark}`
}

function sinceWhen(lastEventId: string | null | undefined, epoch: string): string | undefined {
  if (lastEventId === null || lastEventId === undefined || lastEventId === '') return undefined
  const cursor = parseCursor(lastEventId)
  return cursor?.epoch === epoch ? cursor.horizon : '0'
}

/** Whoever has gone does not wait for a database that does not answer. */
function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise(resolve => signal.addEventListener('abort', () => resolve(), { once: true }))
}
