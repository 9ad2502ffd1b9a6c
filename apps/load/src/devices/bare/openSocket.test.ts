/** Our end of a WebSocket, against the ws package at the other. */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { openSocket } from './openSocket.ts'

let server: Server
beforeEach(() => {
  server = createServer((_request, response) => void response.writeHead(404).end())
})
afterEach(() => void server.close())

async function listening(): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('It has no port.')
  return `ws://127.0.0.1:${address.port}/path?query=1`
}

function meeting(meet: (socket: WebSocket) => void): Promise<string> {
  new WebSocketServer({ server }).on('connection', meet)
  return listening()
}

async function opened(url: string) {
  const texts: string[] = []
  const reasons: string[] = []
  const socket = openSocket(url, {
    heard: text => void texts.push(text),
    lost: ({ message }) => void reasons.push(message),
  })
  await socket.opened
  return { ...socket, texts, reasons }
}

// Around the lengths that are written in another way, and more than is read at once.
const lengths = [0, 1, 125, 126, 65_535, 65_536, 3_000_000]

test('texts of every length go both ways, whole and in order', async () => {
  const url = await meeting(socket => {
    socket.send('at once')
    socket.on('message', data => socket.send(String(data)))
  })
  const { send, close, texts, reasons } = await opened(url)
  const sent = lengths.map(length => 'é'.repeat(length / 2) + 'e'.repeat(length % 2))
  for (const text of sent) send(text)
  await expect.poll(() => texts.length).toBe(1 + sent.length)
  expect(texts[0]).toBe('at once')
  for (const [at, text] of sent.entries()) expect(texts[at + 1] === text).toBe(true)
  await close()
  expect(reasons).toEqual([])
})

test('a frame may come byte by byte, also with the answer to the handshake', async () => {
  server.on('upgrade', async (_request, raw) => {
    const head =
      'HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo='
    const bytes = Buffer.concat([
      Buffer.from(`${head}\r\n\r\n`),
      Buffer.from([0x81, 126, 0, 5]),
      Buffer.from('hello'),
      Buffer.from([0x81, 2]),
      Buffer.from('hi'),
    ])
    for (const byte of bytes) {
      raw.write(Buffer.from([byte]))
      await new Promise(setImmediate)
    }
    raw.end()
  })
  const { texts } = await opened(await listening())
  await expect.poll(() => texts).toEqual(['hello', 'hi'])
})

test('who is sent away is told why', async () => {
  const url = await meeting(socket => socket.close(1008, 'too much'))
  const { reasons } = await opened(url)
  await expect.poll(() => reasons).toEqual(['The server closed the socket: 1008 too much'])
})

test('a line that breaks is lost', async () => {
  const url = await meeting(socket => socket.terminate())
  const { reasons } = await opened(url)
  await expect.poll(() => reasons).toHaveLength(1)
})

test('nothing opens where there is no WebSocket', async () => {
  await expect(opened(await listening())).rejects.toThrow('HTTP/1.1 404 Not Found')
})
