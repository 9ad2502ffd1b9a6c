/**
 * The transport over tRPC's WebSocket client.
 *
 * The stock client opens sockets by itself whenever one is missing. It is made to wait for
 * leave at the one place where it waits for an answer of ours: the function that gives it the
 * address. So when to dial stays the decision of `connection.ts`.
 */
import { isReason, type Reason } from '@parley/protocol/reasons'
import { createWSClient, wsLink } from '@trpc/client'
import { callsOf, createApi, followFeed, signalsOf } from './api.ts'
import { socketAddress } from './socketAddress.ts'
import type { LineEvent } from './transport.ts'
import type { Way } from './way.ts'

interface Options {
  /** The server's http origin. */
  url: string
  WebSocket?: typeof WebSocket | undefined
}

export function createSocketTransport({ url, WebSocket }: Options): Way {
  let tell = (_event: LineEvent) => {}
  let line: 'down' | 'dialing' | 'up' | 'closed' = 'down'
  let token = ''
  /** Leave for one socket, which may be taken back before it is used. */
  let granted = false
  let waiting: (() => void)[] = []
  let closedFor: Reason | undefined

  /** Called by the stock client whenever it wants a socket. */
  async function leaveToDial(): Promise<string> {
    if (line === 'up') tell({ type: 'moving' })
    while (!granted) await new Promise<void>(resolve => waiting.push(resolve))
    granted = false
    if (line === 'down') line = 'dialing'
    return socketAddress(url)
  }

  function grant(): void {
    granted = true
    const all = waiting
    waiting = []
    for (const resolve of all) resolve()
  }

  const sockets = createWSClient({
    url: leaveToDial,
    connectionParams: () => ({ token }),
    retryDelayMs: () => 0, // backoff and jitter: `connection.ts`
    keepAlive: { enabled: true, intervalMs: 25_000, pongTimeoutMs: 10_000 },
    ...(WebSocket && { WebSocket }),
    onClose(event) {
      closedFor = reasonOfClose(event)
    },
  })
  sockets.connectionState.subscribe({
    next({ state }) {
      if (line === 'closed') return
      if (state === 'pending' && line === 'down') {
        cutOff() // it was given up while it was being opened
      } else if (state === 'pending') {
        line = 'up'
        tell({ type: 'opened' })
      } else if (state === 'connecting' && line !== 'down') {
        line = 'down'
        const reason = closedFor
        closedFor = undefined
        tell({ type: 'lost', reason })
      }
    },
  })

  const link: Way['link'] = wsLink({ client: sockets })
  const api = createApi(link)

  function cutOff(): void {
    const ws = sockets.connection?.ws
    if (ws) cut(ws)
    closedFor = undefined
  }

  return {
    link,
    calls: callsOf(api),
    ...signalsOf(api),
    listen(listener) {
      tell = listener
    },
    open(fresh) {
      token = fresh
      grant()
    },
    drop() {
      if (line === 'closed') return
      line = 'down'
      granted = false
      cutOff()
    },
    changes: (cursor, listener) => followFeed(api, cursor, listener),
    close() {
      line = 'closed'
      granted = false
      sockets.close().catch(() => {})
      cutOff()
    },
  }
}

/**
 * Ends a socket without waiting for the other side, which browsers do for up to a minute on a
 * network that is gone.
 */
function cut(ws: WebSocket): void {
  if ('terminate' in ws && typeof ws.terminate === 'function') {
    ws.terminate() // `ws` on Node
    return
  }
  const wasOpen = ws.readyState === ws.OPEN
  ws.close()
  if (wasOpen) ws.dispatchEvent(new Event('close'))
}

/** The server names the reason in the close frame, where there is one. */
function reasonOfClose(event: unknown): Reason | undefined {
  if (typeof event !== 'object' || event === null || !('reason' in event)) return undefined
  return isReason(event.reason) ? event.reason : undefined
}
