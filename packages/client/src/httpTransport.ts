/**
 * The transport for networks that block WebSockets: a request for each call, and the feed as
 * server-sent events. The token travels in a header, never in an address. Loaded only when it
 * is needed.
 */
import { httpLink, httpSubscriptionLink, splitLink } from '@trpc/client'
import { EventSource } from 'eventsource'
import { callsOf, createApi, followFeed, presencesOf, refusalIn } from './api.ts'
import { systemClock } from './clock.ts'
import { polling } from './polling.ts'
import type { Refused } from './refused.ts'
import type { LineEvent } from './transport.ts'
import type { Way } from './way.ts'

interface Options {
  /** The server's http origin. */
  url: string
}

/** An answer that takes longer is none. */
const openMs = 5_000

export function createHttpTransport({ url }: Options): Way {
  const place = url.replace(/\/$/, '')
  let tell = (_event: LineEvent) => {}
  let token = ''
  /** Ends whatever is under way over the present line. */
  let line = new AbortController()

  const headers = () => ({ authorization: `Bearer ${token}` })

  /** A request of the present line: it ends with it. */
  function request(input: RequestInfo | URL | string, init?: RequestInit): Promise<Response> {
    const signals = init?.signal ? [init.signal, line.signal] : [line.signal]
    return fetch(input, { ...init, signal: AbortSignal.any(signals) })
  }

  /** Opens a stream, and tells why the server would not. */
  function streaming(onRefused: (refusal: Refused | undefined) => void): typeof fetch {
    return async (input, init) => {
      const response = await request(input, {
        ...init,
        headers: { ...Object.fromEntries(new Headers(init?.headers)), ...headers() },
        cache: 'no-store',
      })
      if (!response.ok) onRefused(await refusalOf(response.clone()))
      return response
    }
  }

  /** The refusal of the last stream that was not granted. */
  let refusal: Refused | undefined
  const link: Way['link'] = splitLink({
    condition: ({ type }) => type === 'subscription',
    true: httpSubscriptionLink({
      url: `${place}/trpc`,
      EventSource,
      eventSourceOptions: {
        fetch: streaming(told => {
          refusal = told
        }),
      },
    }),
    false: httpLink({
      url: `${place}/trpc`,
      headers,
      fetch: (input, init) => request(input, init ?? {}),
    }),
  })
  const api = createApi(link)
  const calls = callsOf(api)

  function end(): void {
    line.abort()
    line = new AbortController()
  }

  return {
    link,
    calls: {
      ...calls,
      async renewToken(input) {
        const answer = await calls.renewToken(input)
        token = input.token
        tell({ type: 'switched' }) // the stream was opened with the old one
        return answer
      },
    },
    listen(listener) {
      tell = listener
    },
    open(fresh) {
      end()
      token = fresh
      const own = line
      // Whether there is a way at all; of the answer nothing is needed.
      const signal = AbortSignal.any([own.signal, AbortSignal.timeout(openMs)])
      fetch(`${place}/healthz`, { mode: 'no-cors', cache: 'no-store', signal }).then(
        () => own === line && tell({ type: 'opened' }),
        () => own === line && tell({ type: 'lost' }),
      )
    },
    drop: end,
    changes(cursor, listener) {
      let isFollowing = false
      refusal = undefined
      const broken = () => {
        stop()
        if (isFollowing || refusal) listener.ended(refusal)
        else tell({ type: 'lost' })
      }
      const stop = followFeed(
        api,
        cursor,
        {
          frame(id, changes) {
            isFollowing = true
            listener.frame(id, changes)
          },
          ended: told => (told ? listener.ended(told) : broken()),
        },
        broken,
      )
      return stop
    },
    // A browser keeps six connections to a server over HTTP/1.1, for all its tabs together: the
    // feed of each is one already, and streams for what is never stored would be the others.
    presence: polling(systemClock, userIds => presencesOf(api, userIds)),
    typing: () => () => {},
    close: end,
  }
}

async function refusalOf(response: Response): Promise<Refused | undefined> {
  const body: unknown = await response.json().catch(() => undefined)
  const shape =
    typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined
  if (typeof shape !== 'object' || shape === null || !('data' in shape)) return undefined
  return refusalIn(shape.data, '')
}
