/**
 * A socket that judges what passes through it before anybody else sees it: how much comes
 * in, in which form, and how much may wait for a reader who does not read.
 */
import { WebSocket } from 'ws'
import { Bucket } from './bucket.ts'
import type { Limits } from './limits.ts'
import type { ClosedBecause, Metrics } from './metrics.ts'

type Data = Parameters<WebSocket['send']>[0]
type SendOptions = Exclude<Parameters<WebSocket['send']>[1], undefined>
type Sent = (error?: Error) => void

/** RFC 6455: "violates its policy", said with a word on which one. */
export const policyViolation = 1008

const incoming = new Set<string | symbol>(['message', 'ping', 'pong'])

export class GuardedSocket extends WebSocket {
  #watch: { limits: Limits; metrics: Metrics; frames: Bucket; bytes: Bucket } | undefined

  /** To be called before the first frame can arrive. */
  watch(limits: Limits, metrics: Metrics): void {
    const frames = new Bucket(limits.callsBurst, limits.callsPerSecond)
    const bytes = new Bucket(limits.bytesBurst, limits.bytesPerSecond)
    this.#watch = { limits, metrics, frames, bytes }
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

  override send(data: Data, options?: SendOptions | Sent, sent?: Sent): void {
    if (this.#watch !== undefined) {
      const { limits, metrics } = this.#watch
      if (this.bufferedAmount > limits.queuedBytes) {
        this.#cut(metrics)
        return
      }
      metrics.framesSent.inc()
    }
    if (typeof options === 'function') super.send(data, options)
    else super.send(data, options ?? {}, sent)
  }

  /** A peer that does not read cannot be told anything: what waits for it is thrown away. */
  #cut(metrics: Metrics): void {
    if (this.readyState !== WebSocket.OPEN) return
    metrics.closed.inc({ cause: 'backlog' })
    this.terminate()
  }
}
