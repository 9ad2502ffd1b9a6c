/**
 * What the router's context is made from, whatever the transport: the token that was given,
 * and the connection it came over.
 */
import type { AnyTRPCRouter, inferRouterContext } from '@trpc/server'
import type { Connection } from './connection.ts'

/** What a context may do with its connection. */
type ConnectionHandle = Pick<
  Connection,
  | 'id'
  | 'transport'
  | 'address'
  | 'writable'
  | 'admit'
  | 'renew'
  | 'setAway'
  | 'stays'
  | 'onClosed'
  | 'tryLater'
>

export type Asked = { token: string | undefined; connection: ConnectionHandle }

export type ContextMaker<TRouter extends AnyTRPCRouter> = (
  asked: Asked,
) => inferRouterContext<TRouter> | Promise<inferRouterContext<TRouter>>

/** Ours have some 500 characters. */
const longestToken = 8192

export function plausibleToken(token: string | undefined): string | undefined {
  return token !== undefined && token.length > 0 && token.length <= longestToken ? token : undefined
}

export function bearerToken(authorization: string | undefined): string | undefined {
  return plausibleToken(/^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1])
}
