/**
 * The transport over tRPC's WebSocket client. The only file of this package that knows the
 * router, and only its types.
 *
 * The stock client opens sockets by itself whenever one is missing. It is made to wait for
 * leave at the one place where it waits for an answer of ours: the function that gives it the
 * address. So when to dial stays the decision of `connection.ts`.
 */
import { isReason, type Reason } from '@parley/protocol/reasons'
import type { AppRouter } from '@parley/router/appRouter'
import {
  createTRPCClient,
  createWSClient,
  httpLink,
  type TRPCClient,
  TRPCClientError,
  wsLink,
} from '@trpc/client'
import { Refused, Unanswered } from './refused.ts'
import type { Calls, LineEvent, Transport } from './transport.ts'

/** Every procedure, typed from the router. Its calls reject with tRPC's own errors. */
export type Api = TRPCClient<AppRouter>

interface Options {
  /** The server's http origin. */
  url: string
  WebSocket?: typeof WebSocket | undefined
}

export function createTrpcTransport({ url, WebSocket }: Options): Transport & { api: Api } {
  let tell = (_event: LineEvent) => {}
  let line: 'down' | 'dialing' | 'up' | 'closed' = 'down'
  let token = ''
  let granted = false
  let grant = () => {}
  let closedFor: Reason | undefined

  /** Called by the stock client whenever it wants a socket. */
  async function leaveToDial(): Promise<string> {
    if (line === 'up') tell({ type: 'moving' })
    if (!granted) {
      await new Promise<void>(resolve => {
        grant = resolve
      })
    }
    granted = false
    if (line === 'down') line = 'dialing'
    return `${url.replace(/^http/, 'ws').replace(/\/$/, '')}/trpc`
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
      if (state === 'pending') {
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

  const api = createTRPCClient<AppRouter>({ links: [wsLink({ client: sockets })] })

  function cutOff(): void {
    const ws = sockets.connection?.ws
    if (ws) cut(ws)
    closedFor = undefined
  }

  return {
    api,
    calls: callsOf(api),
    listen(listener) {
      tell = listener
    },
    open(fresh) {
      token = fresh
      granted = true
      grant()
    },
    drop() {
      if (line === 'closed') return
      line = 'down'
      granted = false
      cutOff()
    },
    changes(cursor, listener) {
      let stopped = false
      const ended = (refusal: Refused | undefined) => {
        if (!stopped) listener.ended(refusal)
        stopped = true
      }
      const subscription = api.chat.changes.subscribe(cursor ? { lastEventId: cursor } : {}, {
        onData({ id, data }) {
          if (!stopped) listener.frame(id, data)
        },
        onError(error) {
          const failure = failureOf(error)
          ended(failure instanceof Refused ? failure : undefined)
        },
        onComplete: () => ended(undefined),
      })
      return () => {
        stopped = true
        subscription.unsubscribe()
      }
    },
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

function failureOf(error: unknown): Refused | Unanswered {
  if (!(error instanceof TRPCClientError)) return new Unanswered('The call failed.')
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null) return new Unanswered(error.message)
  const reason = 'reason' in data && isReason(data.reason) ? data.reason : 'INTERNAL'
  return new Refused(reason, error.message, {
    ...('retryAfterMs' in data && typeof data.retryAfterMs === 'number'
      ? { retryAfterMs: data.retryAfterMs }
      : {}),
    ...('field' in data && typeof data.field === 'string' ? { field: data.field } : {}),
  })
}

async function answer<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    throw failureOf(error)
  }
}

/** One request for each call, for where no page is open and no socket worth its while. */
export function callsOverHttp({ url, token }: { url: string; token: string }): Calls {
  const headers = { authorization: `Bearer ${token}` }
  const link = httpLink({ url: `${url.replace(/\/$/, '')}/trpc`, headers })
  return callsOf(createTRPCClient<AppRouter>({ links: [link] }))
}

function callsOf({ chat, me }: Api): Calls {
  return {
    list: input => answer(chat.list.query(input)),
    get: input => answer(chat.get.query(input)),
    history: input => answer(chat.history.query(input)),
    changesSince: input => answer(chat.changesSince.query(input)),
    open: input => answer(chat.open.mutate(input)),
    send: input => answer(chat.send.mutate(input)),
    edit: input => answer(chat.edit.mutate(input)),
    remove: input => answer(chat.remove.mutate(input)),
    react: input => answer(chat.react.mutate(input)),
    markRead: input => answer(chat.markRead.mutate(input)),
    markDelivered: input => answer(chat.markDelivered.mutate(input)),
    setMine: input => answer(chat.setMine.mutate(input)),
    renewToken: input => answer(me.renewToken.mutate(input)),
    limits: async () => (await answer(me.get.query())).limits,
  }
}
