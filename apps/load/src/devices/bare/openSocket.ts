/**
 * A WebSocket that costs the load generator as little as possible, for both servers alike:
 * all sockets read into the same bytes, and each frame is one write.
 */
import { once } from 'node:events'
import { connect } from 'node:net'
import { goodbyeFrame, readFrames, textFrame } from './frames.ts'

interface On {
  /** Each frame, as text. */
  heard(text: string): void
  /** The other side ended the line. */
  lost(reason: Error): void
}

/** What a socket has read is taken from here before another one reads. */
const inbox = Buffer.allocUnsafeSlow(2 ** 20)

/** The example of RFC 6455, section 1.3. */
const key = 'dGhlIHNhbXBsZSBub25jZQ=='
const accept = 's3pPLMBiTxaQ9kYGzzhZRbK+xOo='

export function openSocket(url: string, on: On) {
  const { host, hostname, port, pathname, search } = new URL(url)
  let state: 'opening' | 'open' | 'closed' = 'opening'
  let isWanted = true
  let words = 'the network connection ended'
  /** The beginning of what has not come completely. */
  let rest: Buffer | undefined
  let settle = (_reason?: Error) => {}
  const opened = new Promise<void>((resolve, reject) => {
    settle = reason => (reason ? reject(reason) : resolve())
  })

  const raw = connect({
    host: hostname,
    port: Number(port),
    noDelay: true,
    onread: {
      buffer: inbox,
      callback(read) {
        take(read)
        return true
      },
    },
  })
  raw.once('connect', () => raw.write(handshake))
  raw.on('error', error => {
    words = error.message
  })
  raw.once('close', () => {
    const reason = new Error(`The server closed the socket: ${words}`)
    if (state === 'opening') settle(reason)
    state = 'closed'
    if (isWanted) on.lost(reason)
  })
  const handshake = [
    `GET ${pathname}${search} HTTP/1.1`,
    `Host: ${host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${key}`,
    '\r\n',
  ].join('\r\n')

  function take(read: number): void {
    let bytes = inbox
    let end = read
    if (rest) {
      bytes = Buffer.concat([rest, inbox.subarray(0, read)])
      end = bytes.length
      rest = undefined
    }
    const taken = state === 'opening' ? enter(bytes, end) : readFrames(bytes, end, heard)
    if (taken < end) rest = Buffer.from(bytes.subarray(taken, end))
  }

  /** Reads the answer to the handshake, after which a frame may follow at once. */
  function enter(bytes: Buffer, end: number): number {
    const headEnd = bytes.subarray(0, end).indexOf('\r\n\r\n')
    if (headEnd === -1) return 0
    const head = bytes.toString('latin1', 0, headEnd)
    if (!head.startsWith('HTTP/1.1 101 ') || !head.includes(accept)) {
      words = head
      raw.destroy()
      return end
    }
    state = 'open'
    settle()
    const begin = headEnd + 4
    return begin + readFrames(bytes.subarray(begin, end), end - begin, heard)
  }

  const heard = {
    text: on.heard,
    goodbye(said: string): void {
      words = said
      if (isWanted) raw.end(goodbyeFrame)
    },
  }

  return {
    opened,
    send: (text: string) => void raw.write(textFrame(text)),
    async close() {
      isWanted = false
      if (state === 'closed') return
      raw.write(goodbyeFrame)
      await once(raw, 'close')
    },
  }
}
