/** A network in front of a server that treats WebSockets as some do, and lets requests through. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** What becomes of a WebSocket: it passes, is refused, swallowed, or opened and killed. */
type Treatment = 'passes' | 'refused' | 'swallowed' | 'killed'

export interface Wall {
  url: string
  sockets: Treatment
  /** Nothing passes at all, and what is open is reset. */
  isShut: boolean
  /** Paths and authorizations of what was asked for over HTTP. */
  readonly log: { path: string; authorization: string | undefined }[]
  /** How often somebody tried while it was shut. */
  knocks: number
  /** Ends what is open, as a proxy does that was restarted. */
  reset(): void
}

export async function wall(target: string): Promise<Wall> {
  const { port, hostname: host } = new URL(target)
  const open = new Set<Socket>()
  const log: Wall['log'] = []
  const held: Wall = {
    url: '',
    sockets: 'passes',
    isShut: false,
    knocks: 0,
    log,
    reset() {
      for (const socket of open) socket.destroy()
    },
  }

  const server = createServer((incoming, response) => {
    log.push({ path: incoming.url ?? '', authorization: incoming.headers.authorization })
    const { method, headers, url: path } = incoming
    const onward = request({ host, port, method, path, headers }, answer => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.on('error', () => response.destroy())
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    response.on('close', () => onward.destroy())
    incoming.pipe(onward)
  })
  server.on('connection', socket => {
    if (held.isShut) {
      held.knocks += 1
      socket.destroy()
    }
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy())
  })
  server.on('upgrade', (incoming: IncomingMessage, socket: Socket, head: Buffer) => {
    if (held.sockets === 'refused') socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    if (held.sockets === 'refused' || held.sockets === 'swallowed') return
    const onward = connect(Number(port), host, () => {
      const lines = Object.entries(incoming.headers).map(([name, value]) => `${name}: ${value}`)
      onward.write(`GET ${incoming.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
      onward.write(head)
      socket.pipe(onward).pipe(socket)
    })
    const end = () => {
      onward.destroy()
      socket.destroy()
    }
    if (held.sockets === 'killed') onward.once('data', () => setImmediate(end))
    socket.on('close', end).on('error', end)
    onward.on('close', end).on('error', end)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a server has a port')
  held.url = `http://127.0.0.1:${address.port}`
  onTestFinished(() => {
    held.reset()
    server.close()
  })
  return held
}
