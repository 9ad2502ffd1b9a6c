/**
 * A socket that judges what passes through it before anybody else sees it: how much comes
 * in, in which form, and how much may wait for a reader who does not read.
 */
import type { Duplex } from 'node:stream'
import { WebSocket } from 'ws'
import { Bucket } from './bucket.ts'
import type { Limits } from './limits.ts'
import type { ClosedBecause, Metrics } from './metrics.ts'
import { SocketWriter, type Speaker } from './socketWriter.ts'

/** RFC 6455: "violates its policy", said with a word on which one. */
export const policyViolation = 1008

const incoming = new Set<string | symbol>(['message', 'ping', 'pong'])

interface Watch {
  raw: Duplex
  limits: Limits
  metrics: Metrics
  frames: Bucket
  bytes: Bucket
  writer: SocketWriter
}

export class GuardedSocket extends WebSocket {
  #watch: Watch | undefined
  /** Bytes of a peer of whom nothing is known yet. */
  #strangeBytes = 0
  #hasSpoken = false
  /** When the peer was last heard, in milliseconds of `performance.now()`. */
  heardAt = performance.now()

  /** To be called before the first frame can arrive. */
  watch(raw: Duplex, limits: Limits, metrics: Metrics): void {
    this.#watch = {
      raw,
      limits,
      metrics,
      frames: new Bucket(limits.callsBurst, limits.callsPerSecond),
      bytes: new Bucket(limits.bytesBurst, limits.bytesPerSecond),
      writer: new SocketWriter(raw, frames => metrics.framesSent.inc(frames)),
    }
    raw.on('data', this.#weigh)
  }

  /** It is known whose it is: from here on it may send as much as anybody. */
  known(): void {
    this.#watch?.raw.off('data', this.#weigh)
    if (this.readyState === WebSocket.OPEN) this.resume()
  }

  /**
   * Long frames are for people. A stranger has to say who that is first, and what follows at
   * once, as the stock client does it, stays with the network until that is found out.
   */
  readonly #weigh = (chunk: Buffer): void => {
    this.#strangeBytes += chunk.length
    if (this.#watch === undefined || this.#strangeBytes <= this.#watch.limits.strangerBytes) return
    if (this.#hasSpoken) this.pause()
    else this.violate('flood', 'too much at once')
  }

  /** Closes for a breach: whatever else this peer sends is dropped. */
  violate(cause: ClosedBecause, words: string): void {
    if (this.readyState !== WebSocket.OPEN) return
    this.#watch?.metrics.closed.inc({ cause })
    this.close(policyViolation, words)
    if (cause === 'flood') this.pause() // not even read, until the network connection ends
  }

  override emit(event: string | symbol, ...args: unknown[]): boolean {
    if (incoming.has(event) && !this.#mayPass(event, args)) return true
    return super.emit(event, ...args)
  }

  #mayPass(event: string | symbol, [data, isBinary]: unknown[]): boolean {
    if (this.readyState !== WebSocket.OPEN || this.#watch === undefined) return false
    const { metrics, frames, bytes } = this.#watch
    metrics.framesReceived.inc()
    this.#hasSpoken = true
    this.heardAt = performance.now()
    if (!frames.take(1) || !bytes.take(Buffer.isBuffer(data) ? data.length : 0)) {
      this.violate('flood', 'too much at once')
      return false
    }
    if (event === 'message' && isBinary === true) {
      this.violate('binary', 'text frames only')
      return false
    }
    return true
  }

  /** Bytes that wait for the reader. */
  get queuedBytes(): number {
    return this.#watch?.writer.queuedBytes ?? 0
  }

  /** Says a text at the end of this turn of the event loop, with what else there is to say. */
  say(text: string): void {
    if (this.readyState !== WebSocket.OPEN || this.#watch === undefined) return
    const { limits, metrics, writer } = this.#watch
    if (writer.heapedBytes > limits.queuedBytes) this.#cut(metrics)
    else writer.send(text)
  }

  /** Has the speaker asked for one text when that can leave at once. */
  hear(speaker: Speaker): void {
    if (this.readyState === WebSocket.OPEN) this.#watch?.writer.hear(speaker)
  }

  /** What was said before is written before the goodbye. */
  override close(code?: number, reason?: string): void {
    if (this.readyState === WebSocket.OPEN) this.#watch?.writer.end()
    super.close(code, reason)
  }

  /** A peer that does not read cannot be told anything: what waits for it is thrown away. */
  #cut(metrics: Metrics): void {
    metrics.closed.inc({ cause: 'backlog' })
    this.terminate()
  }
}
