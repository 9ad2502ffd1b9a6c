import { httpLink } from '@trpc/client'
import { callsOf, createApi } from './api.ts'
import type { Calls } from './transport.ts'

/** One request for each call, for where no page is open and no line worth its while. */
export function callsOverHttp({ url, token }: { url: string; token: string }): Calls {
  const headers = { authorization: `Bearer ${token}` }
  return callsOf(createApi(httpLink({ url: `${url.replace(/\/$/, '')}/trpc`, headers })))
}
