/**
 * What a socket writes. All that is to be said in one turn of the event loop leaves in one
 * piece. Whoever has more to say than this, like a subscription, is asked for it only when it
 * can leave at once, so that meanwhile it gathers there, in bounded memory, and not here.
 */
import type { Duplex } from 'node:stream'
import { textFrames } from './textFrames.ts'

/** Says the next text, if there still is one. */
export interface Speaker {
  speak(): string | undefined
}

/** So many sockets are written to before others are read from again. */
const writersPerTurn = 256
/** Characters; more is not worth waiting for the end of the turn. */
const mostGathered = 64 * 1024

const waiting: SocketWriter[] = []

function flushSome(): void {
  for (const writer of waiting.splice(0, writersPerTurn)) writer.flush()
  if (waiting.length > 0) setImmediate(flushSome)
}

export class SocketWriter {
  readonly #raw: Duplex
  readonly #onWrite: (frames: number) => void
  #texts: string[] = []
  #characters = 0
  #speakers: Speaker[] = []
  /** Characters that speakers have said since the network last took everything. */
  #spoken = 0
  #isWaiting = false
  #isDraining = false
  #hasEnded = false

  /** @param onWrite told of how many frames leave, right before they do */
  constructor(raw: Duplex, onWrite: (frames: number) => void) {
    this.#raw = raw
    this.#onWrite = onWrite
  }

  /** About the bytes that wait here and for the network. */
  get queuedBytes(): number {
    return this.#raw.writableLength + this.#characters
  }

  /** Those of them that nobody held back for the network, as speakers do. */
  get heapedBytes(): number {
    return this.queuedBytes - this.#spoken
  }

  send(text: string): void {
    this.#texts.push(text)
    this.#characters += text.length
    if (this.#characters > mostGathered) this.flush()
    else this.#wait()
  }

  /** Has the speaker asked, once, as soon as what it says can leave. */
  hear(speaker: Speaker): void {
    this.#speakers.push(speaker)
    this.#wait()
  }

  /** Writes what was said, and nothing after it. */
  end(): void {
    this.flush()
    this.#hasEnded = true
  }

  /** Writes now what was to be written at the end of this turn. */
  flush(): void {
    this.#isWaiting = false
    if (this.#hasEnded) return
    if (this.#raw.writableNeedDrain) this.#whenDrained()
    else this.#listen()
    const texts = this.#texts
    if (texts.length === 0) return
    this.#texts = []
    this.#characters = 0
    this.#onWrite(texts.length)
    if (this.#raw.writable) this.#raw.write(textFrames(texts))
  }

  #listen(): void {
    this.#spoken = 0
    const speakers = this.#speakers
    if (speakers.length === 0) return
    this.#speakers = []
    for (const speaker of speakers) {
      const text = speaker.speak()
      if (text === undefined) continue
      this.#texts.push(text)
      this.#spoken += text.length
    }
  }

  #wait(): void {
    if (this.#isWaiting) return
    this.#isWaiting = true
    if (waiting.push(this) === 1) setImmediate(flushSome)
  }

  #whenDrained(): void {
    if (this.#isDraining || this.#speakers.length === 0) return
    this.#isDraining = true
    this.#raw.once('drain', () => {
      this.#isDraining = false
      this.#wait()
    })
  }
}
