/**
 * The door for sockets. Nothing behind it is reached by a handshake that is malformed, comes
 * from a foreign page, carries a token in its address, or is one too many.
 */
import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Server as SocketServer } from 'ws'
import type { Connections } from './connections.ts'
import type { GuardedSocket } from './guardedSocket.ts'
import type { Log } from './log.ts'
import type { Metrics, RefusedHandshake } from './metrics.ts'
import type { Origins } from './origins.ts'
import { originAsked } from './target.ts'

export type Handshake = {
  request: IncomingMessage
  raw: Duplex
  address: string
  /** Whether the first frame will hold connection params. */
  promisesParams: boolean
}

type DoorOptions = {
  server: Server
  wss: SocketServer<typeof GuardedSocket>
  origins: Origins
  addressOf: (request: IncomingMessage) => string | undefined
  connections: Connections
  metrics: Metrics
  log: Log
  isDraining: () => boolean
  onSocket: (socket: GuardedSocket, handshake: Handshake) => void
}

const answers: Record<RefusedHandshake, { status: number; words: string }> = {
  malformed: { status: 400, words: 'This is not a WebSocket handshake.' },
  path: { status: 404, words: 'Sockets are served at /trpc.' },
  origin: { status: 403, words: 'Pages of this origin may not connect.' },
  query: { status: 400, words: 'A token belongs in the connection params, not in the address.' },
  address: { status: 429, words: 'Too many connections from this address.' },
  pending: { status: 429, words: 'Too many connections are waiting.' },
  draining: { status: 503, words: 'This server is shutting down.' },
}

/** The only query there is; anything else would end up in the logs of proxies. */
const params = 'connectionParams=1'

export function guardUpgrades(options: DoorOptions): void {
  const { server, wss, origins, connections, metrics } = options

  function refuse(raw: Duplex, cause: RefusedHandshake): void {
    metrics.refusedHandshakes.inc({ cause })
    const { status, words } = answers[cause]
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'Connection: close',
      'Content-Type: text/plain; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(words)}`,
    ]
    raw.end(`${head.join('\r\n')}\r\n\r\n${words}`, () => raw.destroy())
  }

  function judge(request: IncomingMessage): RefusedHandshake | Omit<Handshake, 'raw'> {
    if (options.isDraining()) return 'draining'
    const address = options.addressOf(request)
    const [path, query = ''] = request.url?.split(/\?(.*)/s, 2) ?? []
    if (originAsked(request) === undefined || address === undefined) return 'malformed'
    if (path !== '/trpc')
      return path?.startsWith('/') && !path.startsWith('//') ? 'path' : 'malformed'
    if (!origins.mayConnect(request.headers.origin)) return 'origin'
    if (query !== '' && query !== params) return 'query'
    const promisesParams = query === params
    return connections.refusal(address) ?? { request, address, promisesParams }
  }

  // Before us, ws answers by itself what is not a WebSocket handshake.
  wss.on('wsClientError', (_error, raw) => refuse(raw, 'malformed'))

  server.on('upgrade', (request, raw, head) => {
    raw.on('error', destroy) // a reset while we answer
    const verdict = judge(request)
    if (typeof verdict === 'string') {
      if (verdict === 'origin') tellOnce(options.log, request.headers.origin)
      refuse(raw, verdict)
      return
    }
    wss.handleUpgrade(request, raw, head, socket => options.onSocket(socket, { ...verdict, raw }))
  })
}

/** Outside of the door, so that it does not hold the request for as long as the socket lives. */
function destroy(this: Duplex): void {
  this.destroy()
}

const told = new Set<string>()

/** The usual cause is a proxy that nobody told the server of: worth one line, not a thousand. */
function tellOnce(log: Log, origin = ''): void {
  const shown = origin.slice(0, 100)
  if (told.has(shown) || told.size >= 20) return
  told.add(shown)
  log.warn(
    { origin: shown },
    'refused a page of this origin; is PUBLIC_URL or ALLOWED_ORIGINS set?',
  )
}
