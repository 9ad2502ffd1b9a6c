/**
 * The router's procedures, typed. The only file of this package that knows the router, and
 * only its types.
 */
import type { Presence } from '@parley/protocol/presence'
import { isReason } from '@parley/protocol/reasons'
import type { AppRouter } from '@parley/router/appRouter'
import { createTRPCClient, type TRPCClient, TRPCClientError, type TRPCLink } from '@trpc/client'
import type { Listener } from './keepFollowing.ts'
import { Refused, Unanswered } from './refused.ts'
import type { Calls, FeedListener, Transport } from './transport.ts'

/** Every procedure, typed from the router. Its calls reject with tRPC's own errors. */
export type Api = TRPCClient<AppRouter>
export type ApiLink = TRPCLink<AppRouter>

export function createApi(link: ApiLink): Api {
  return createTRPCClient<AppRouter>({ links: [link] })
}

/** What became of a call that did not succeed. */
function failureOf(error: unknown): Refused | Unanswered {
  if (!(error instanceof TRPCClientError)) return new Unanswered('The call failed.')
  return refusalIn(error.data, error.message) ?? new Unanswered(error.message)
}

/** The refusal that stands in the `data` of an error of the server. */
export function refusalIn(data: unknown, message: string): Refused | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const reason = 'reason' in data && isReason(data.reason) ? data.reason : 'INTERNAL'
  return new Refused(reason, message, {
    ...('retryAfterMs' in data && typeof data.retryAfterMs === 'number'
      ? { retryAfterMs: data.retryAfterMs }
      : {}),
    ...('field' in data && typeof data.field === 'string' ? { field: data.field } : {}),
  })
}

/**
 * Asks for the feed.
 *
 * @param onBroken hears of a stream that broke and that its own client would open again
 * @returns what ends it; after it the listener hears nothing
 */
export function followFeed(
  api: Api,
  cursor: string | undefined,
  listener: FeedListener,
  onBroken: () => void = () => {},
): () => void {
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
    onConnectionStateChange({ state, error }) {
      if (!stopped && state === 'connecting' && error) onBroken()
    },
  })
  return () => {
    stopped = true
    subscription.unsubscribe()
  }
}

/** What a subscription brings goes to its listener, until it is ended. */
function heard<T>(
  listener: Listener<T>,
  subscribe: (handlers: {
    onData: (value: T) => void
    onError: (error: unknown) => void
    onComplete: () => void
  }) => { unsubscribe(): void },
): () => void {
  let isOver = false
  const ended = (refusal: Refused | undefined) => {
    if (!isOver) listener.ended(refusal)
    isOver = true
  }
  const subscription = subscribe({
    onData(value) {
      if (!isOver) listener.next(value)
    },
    onError(error) {
      const failure = failureOf(error)
      ended(failure instanceof Refused ? failure : undefined)
    },
    onComplete: () => ended(undefined),
  })
  return () => {
    isOver = true
    subscription.unsubscribe()
  }
}

export function presencesOf({ presence }: Api, userIds: readonly string[]): Promise<Presence[]> {
  return answer(presence.getMany.query({ userIds: [...userIds] }))
}

/** What is never stored, over a line that carries subscriptions well. */
export function signalsOf({ chat, presence }: Api): Pick<Transport, 'presence' | 'typing'> {
  return {
    presence: (userIds, listener) =>
      heard(listener, handlers => presence.changes.subscribe({ userIds: [...userIds] }, handlers)),
    typing: (conversationId, listener) =>
      heard(listener, handlers => chat.typing.subscribe({ conversationId }, handlers)),
  }
}

async function answer<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    throw failureOf(error)
  }
}

export function callsOf({ chat, me, presence }: Api): Calls {
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
    addPeople: input => answer(chat.addPeople.mutate(input)),
    removePerson: input => answer(chat.removePerson.mutate(input)),
    leave: input => answer(chat.leave.mutate(input)),
    rename: input => answer(chat.rename.mutate(input)),
    setTyping: input => answer(chat.setTyping.mutate(input)),
    setAway: input => answer(presence.setAway.mutate(input)),
    renewToken: input => answer(me.renewToken.mutate(input)),
    limits: async () => (await answer(me.get.query())).limits,
  }
}
