/**
 * A subscription that gives its frames as text: each is asked for at the moment when the
 * network takes it. It holds nothing but itself while nothing happens.
 */
import type { Frames } from '@parley/router/frames'
import type { Call } from './call.ts'
import type { Speaker } from './socketWriter.ts'

export class FrameSpeaker implements Speaker {
  readonly #frames: Frames
  readonly #call: Call
  #isStarted = false
  #isOver = false

  constructor(frames: Frames, call: Call) {
    this.#frames = frames
    this.#call = call
    call.stop = () => this.#end()
  }

  /**
   * Says "started" with the first frame where there is one, so that both leave in one piece.
   *
   * @param fail says an error; "stopped" follows it, as tRPC has it
   */
  start(fail: (cause: unknown) => void): void {
    const onFilled = () => {
      this.#sayStarted()
      this.#call.hear(this)
    }
    const onFailed = (cause: unknown) => {
      this.#sayStarted()
      if (!this.#isOver) fail(cause)
      this.#end()
    }
    this.#frames.start(onFilled).then(() => this.#sayStarted(), onFailed)
  }

  speak(): string | undefined {
    if (this.#isOver) return undefined
    const { id, json } = this.#frames.take()
    return this.#call.frameText(id, json)
  }

  #sayStarted(): void {
    if (this.#isStarted || this.#isOver) return
    this.#isStarted = true
    this.#call.answer({ result: { type: 'started' } })
  }

  #end(): void {
    if (this.#isOver) return
    this.#sayStarted()
    this.#isOver = true
    this.#frames.close()
    this.#call.answer({ result: { type: 'stopped' } })
  }
}
