/** A WebSocket that costs the load generator as little as ws allows. */
import { once } from 'node:events'
import { type RawData, WebSocket } from 'ws'

interface On {
  /** Each frame, as text. */
  heard(text: string): void
  /** The other side ended the line. */
  lost(reason: Error): void
}

export function openSocket(url: string, on: On) {
  const socket = new WebSocket(url, {
    perMessageDeflate: false,
    // The servers check what they are sent; what they send needs no check here.
    skipUTF8Validation: true,
    // A mask of zeros is a valid one, and saves random bytes and the masking.
    generateMask: mask => void mask.fill(0),
  })
  let isWanted = true
  const opened = once(socket, 'open')
  socket.on('message', (data: RawData) => on.heard(data.toString()))
  socket.on('error', () => {}) // the close that follows is told
  socket.on('close', (code, reason) => {
    if (isWanted) on.lost(new Error(`The server closed the socket: ${code} ${reason}`))
  })
  return {
    opened,
    send: (text: string) => socket.send(text),
    async close() {
      isWanted = false
      if (socket.readyState === WebSocket.CLOSED) return
      socket.close()
      await once(socket, 'close')
    },
  }
}
