/** Answers over plain HTTP: JSON that nobody keeps, and refusals with a reason of the closed list. */
import type { Reason } from '@parley/protocol/reasons'
import * as z from 'zod/mini'
import { Refusal } from '../refusal.ts'

const statuses = {
  INVALID_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_LARGE: 413,
  RATE_LIMITED: 429,
  TOO_MANY_CONNECTIONS: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
} as const satisfies Record<Reason, number>

export function json(body: unknown, { status = 200, headers }: ResponseInit = {}): Response {
  const response = Response.json(body, { status, headers })
  response.headers.set('Cache-Control', 'no-store')
  return response
}

export function refusalAnswer({ reason, message, field, retryAfterMs }: Refusal): Response {
  const response = json({ reason, message, field, retryAfterMs }, { status: statuses[reason] })
  if (retryAfterMs) response.headers.set('Retry-After', String(Math.ceil(retryAfterMs / 1000)))
  return response
}

const libraryAnswer = z.object({ message: z.string() })

/** Throws what better-auth refused as a refusal of ours. */
export async function passOrRefuse(response: Response): Promise<Response> {
  if (response.ok) return response
  if (response.status >= 500) throw new Refusal('UNAVAILABLE', 'Please try again in a moment.')
  const parsed = libraryAnswer.safeParse(await response.json().catch(() => undefined))
  const message = parsed.success ? parsed.data.message : 'This is not possible.'
  const retryAfterMs = Number(response.headers.get('X-Retry-After') ?? 0) * 1000
  throw new Refusal(reasonFor(response.status), message, { retryAfterMs })
}

function reasonFor(status: number): Reason {
  switch (status) {
    case 401:
      return 'UNAUTHENTICATED'
    case 403:
      return 'FORBIDDEN'
    case 404:
      return 'NOT_FOUND'
    case 409:
      return 'CONFLICT'
    case 413:
      return 'TOO_LARGE'
    case 429:
      return 'RATE_LIMITED'
    default:
      return 'INVALID_INPUT'
  }
}
