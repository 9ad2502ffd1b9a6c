/**
 * Accounts over HTTP: hands `/auth/*` to a handler that speaks in fetch's Request and Response.
 *
 * The handler sees the client's address as we see it: what the client itself claims about
 * proxies is taken out first.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Place } from './httpServer.ts'
import type { Limits } from './limits.ts'
import type { Origins } from './origins.ts'
import type { Refusal, Refuse } from './refuseRequest.ts'

export type FetchHandler = (request: Request) => Promise<Response>

type AuthOptions = {
  handler: FetchHandler
  origins: Origins
  refuse: Refuse
  limits: Limits
  /** Our own address, where it is known better than from what the request says. */
  base: string | undefined
}

const tooLarge: Refusal = { status: 413, reason: 'TOO_LARGE' }
const foreign: Refusal = {
  status: 403,
  reason: 'FORBIDDEN',
  message: 'Pages of this origin may not do this.',
}

/** @returns undefined for a body above the limit. */
async function bodyOf(
  request: IncomingMessage,
  most: number,
): Promise<Buffer<ArrayBuffer> | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > most) return undefined
  const chunks: Buffer[] = []
  let size = 0
  // Kept open, so that a refusal can still be said.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length
    if (size > most) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function headersOf(request: IncomingMessage, address: string): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (/^x-forwarded-|^forwarded$|^x-real-ip$/.test(name) || value === undefined) continue
    for (const one of [value].flat()) headers.append(name, one)
  }
  headers.set('x-forwarded-for', address)
  return headers
}

async function write(response: ServerResponse, answer: Response): Promise<void> {
  response.statusCode = answer.status
  response.setHeader('cache-control', 'no-store')
  for (const [name, value] of answer.headers) {
    if (name !== 'set-cookie') response.setHeader(name, value)
  }
  const cookies = answer.headers.getSetCookie()
  if (cookies.length > 0) response.setHeader('set-cookie', cookies)
  response.end(Buffer.from(await answer.arrayBuffer()))
}

export function authRoute({ handler, origins, refuse, limits, base }: AuthOptions) {
  return async (
    request: IncomingMessage,
    response: ServerResponse,
    { target, address }: Place,
  ): Promise<void> => {
    const method = request.method ?? 'GET'
    const isReading = method === 'GET' || method === 'HEAD'
    // Cookies go with these requests, so pages of others must not send them.
    if (!isReading && !origins.isOwn(request.headers.origin)) {
      refuse(response, foreign)
      return
    }
    const body = isReading ? undefined : await bodyOf(request, limits.authBodyBytes)
    if (!isReading && body === undefined) {
      refuse(response, tooLarge)
      return
    }
    const url = new URL(target.pathname + target.search, base ?? target.origin)
    const headers = headersOf(request, address)
    await write(response, await handler(new Request(url, { method, headers, body })))
  }
}
