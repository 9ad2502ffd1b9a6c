/**
 * A subscription has two ways out: tRPC's, an async iterable, and one for sockets, which take
 * each frame as text at the moment when it can be written. So thousands of subscribers cost no
 * promise for each frame, and what they all get becomes JSON once.
 */
import type { TrackedEnvelope } from '@trpc/server'

export interface Frames {
  /**
   * Opens the subscription; it is to be closed also when this fails.
   *
   * @param onFilled called when there is a frame to take, once until it is taken
   */
  start(onFilled: () => void): Promise<void>
  /** The next frame: its id, and its data as JSON. */
  take(): { id: string; json: string }
  close(): void
}

export class FramedSubscription<Data> {
  readonly open: () => Frames
  readonly #iterate: () => AsyncGenerator<TrackedEnvelope<Data>, void, undefined>

  /** Neither way begins before it is asked for. */
  constructor(
    open: () => Frames,
    iterate: () => AsyncGenerator<TrackedEnvelope<Data>, void, undefined>,
  ) {
    this.open = open
    this.#iterate = iterate
  }

  [Symbol.asyncIterator]() {
    return this.#iterate()
  }
}
