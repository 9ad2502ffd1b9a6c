import { hash } from 'node:crypto'
import type { Change } from '@parley/protocol/change'
import { frameId, parseCursor } from '@parley/protocol/cursor'
import type { Delivery } from './delivery.ts'
import type { Feed } from './feed.ts'

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
export class Following {
  readonly #delivery: Delivery
  readonly #person: string
  readonly #epoch: string
  readonly #since: string | undefined
  #feed: Feed | undefined

  constructor(delivery: Delivery, person: string, lastEventId: string | null | undefined) {
    this.#delivery = delivery
    this.#person = person
    this.#epoch = epochOf(person, delivery.epoch)
    this.#since = sinceWhen(lastEventId, this.#epoch)
  }

  /**
   * Opens the feed; it is to be closed also when this fails.
   *
   * @param onFilled called when there is a frame to take, once until it is taken
   */
  async start(onFilled: () => void): Promise<void> {
    const { hub } = this.#delivery
    this.#feed = hub.join(this.#person, onFilled)
    await hub.begin(this.#feed, this.#since)
  }

  isFilled(): boolean {
    return this.#feed?.isFilled() ?? false
  }

  take(): Frame {
    if (!this.#feed) throw new Error('frames are taken after the start')
    const { boot, countFrame } = this.#delivery
    const { changes, horizon } = this.#feed.take()
    return { id: frameId({ horizon, epoch: this.#epoch }, boot, countFrame()), changes }
  }

  close(): void {
    if (this.#feed) this.#delivery.hub.leave(this.#feed)
  }
}

/** The same, frame by frame, for who asks for the next one when the last has been taken. */
export async function* follow(
  delivery: Delivery,
  person: string,
  lastEventId: string | null | undefined,
  { signal, writable }: Subscriber,
): AsyncGenerator<Frame, void, undefined> {
  const following = new Following(delivery, person, lastEventId)
  let wake = () => {}
  const gone = new Promise<void>(resolve => {
    const leave = () => {
      resolve()
      wake()
    }
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
  })
  try {
    // Whoever has gone does not wait for a database that does not answer.
    await Promise.race([following.start(() => wake()), gone])
    while (!signal.aborted) {
      if (!following.isFilled()) {
        await new Promise<void>(resolve => {
          wake = resolve
        })
      }
      await writable()
      if (signal.aborted) return
      if (following.isFilled()) yield following.take()
    }
  } finally {
    following.close()
  }
}

/**
 * A horizon says what one person was sent. To somebody else it says nothing, and what they
 * missed may lie before it; so each has an epoch of their own.
 */
function epochOf(person: string, epoch: string): string {
  const mark = hash('sha256', person).slice(0, 12)
  return `${epoch}-${mark}`
}

function sinceWhen(lastEventId: string | null | undefined, epoch: string): string | undefined {
  if (lastEventId === null || lastEventId === undefined || lastEventId === '') return undefined
  const cursor = parseCursor(lastEventId)
  return cursor?.epoch === epoch ? cursor.horizon : '0'
}
