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
  #isOver = false

  constructor(frames: Frames, call: Call) {
    this.#frames = frames
    this.#call = call
    call.stop = () => this.#end()
  }

  /** @param fail says an error; "stopped" follows it, as tRPC has it */
  start(fail: (cause: unknown) => void): void {
    this.#call.answer({ result: { type: 'started' } })
    this.#frames
      .start(() => this.#call.hear(this))
      .catch(cause => {
        if (!this.#isOver) fail(cause)
        this.#end()
      })
  }

  speak(): string | undefined {
    if (this.#isOver) return undefined
    const { id, json } = this.#frames.take()
    return this.#call.frameText(id, json)
  }

  #end(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#frames.close()
    this.#call.answer({ result: { type: 'stopped' } })
  }
}
