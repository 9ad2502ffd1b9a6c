/**
 * Which HTTP requests may become calls, and what other pages' browsers are told of it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Limits } from './limits.ts'
import type { Origins } from './origins.ts'
import type { ShellRefusal } from './refusals.ts'

export type Breach = ShellRefusal & { status: number }

const foreign: Breach = {
  status: 403,
  code: 'FORBIDDEN',
  reason: 'FORBIDDEN',
  message: 'Pages of this origin may not connect.',
}

/** What is wrong with a request, before any procedure is looked up. */
export function breachOf(
  request: IncomingMessage,
  target: URL,
  { origins, limits }: { origins: Origins; limits: Limits },
): Breach | undefined {
  if (!origins.mayConnect(request.headers.origin)) return foreign
  const { headers, method } = request
  if (target.searchParams.has('connectionParams'))
    return {
      status: 400,
      code: 'BAD_REQUEST',
      reason: 'INVALID_INPUT',
      message: 'A token belongs in the Authorization header, not in the address.',
    }
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return undefined
  if (method !== 'POST')
    return {
      status: 405,
      code: 'METHOD_NOT_SUPPORTED',
      reason: 'INVALID_INPUT',
      message: 'Procedures are called with GET or POST.',
    }
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? ''))
    return {
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
      reason: 'INVALID_INPUT',
      message: 'The body of a call is application/json.',
    }
  if (Number(headers['content-length'] ?? 0) > limits.bodyBytes)
    return { status: 413, code: 'PAYLOAD_TOO_LARGE', reason: 'TOO_LARGE', message: 'Too large.' }
  return undefined
}

/** No credentials: a token in a header is all that counts, and no browser adds it by itself. */
export function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('vary', 'origin')
  const { origin } = request.headers
  if (origin === undefined) return
  response.setHeader('access-control-allow-origin', origin)
  if (request.method !== 'OPTIONS') return
  response.setHeader('access-control-allow-methods', 'GET, POST')
  response.setHeader(
    'access-control-allow-headers',
    'authorization, content-type, last-event-id, trpc-accept',
  )
  response.setHeader('access-control-max-age', '7200')
}
