/**
 * Lets a request in, or says why not, before anything looks it up: the path and method are
 * open, no other site sent it, and its body is small and has the right fields.
 */
import type * as z from 'zod/mini'
import { Refusal } from '../refusal.ts'
import { routes } from './routes.ts'

export const BASE_PATH = '/auth'
const MAX_BODY_BYTES = 8 * 1024

type Path = keyof typeof routes

export async function admit(request: Request, origins: readonly string[]) {
  const path = pathOf(request)
  const method = routes[path].methods.find(open => open === request.method)
  if (!method) throw notFound()
  if (isFromElsewhere(request, origins)) {
    throw new Refusal('FORBIDDEN', 'Requests from other sites are not accepted.')
  }
  return { path, method, given: method === 'POST' ? await readJson(request) : {} }
}

/** The fields that a route knows of a body, and no others. */
export function fields<Schema extends z.ZodMiniType>(schema: Schema, given: unknown) {
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw invalid(parsed.error.issues)
  return parsed.data
}

function pathOf(request: Request): Path {
  const { pathname } = new URL(request.url)
  const path = pathname.slice(BASE_PATH.length)
  if (!pathname.startsWith(BASE_PATH) || !isPath(path)) throw notFound()
  return path
}

function isPath(path: string): path is Path {
  return Object.hasOwn(routes, path)
}

/** Browsers say where a request comes from; whoever is no browser has no cookies to abuse. */
function isFromElsewhere({ headers }: Request, origins: readonly string[]): boolean {
  const origin = headers.get('origin')
  if (origin !== null) return !origins.includes(origin)
  return headers.get('sec-fetch-site') === 'cross-site'
}

async function readJson(request: Request): Promise<unknown> {
  const text = await readText(request)
  if (text === '') return {}
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    throw new Refusal('INVALID_INPUT', 'The body must be application/json.')
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('INVALID_INPUT', 'The body is not JSON.')
  }
}

async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > MAX_BODY_BYTES) throw new Refusal('TOO_LARGE', 'The body is too large.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function invalid([issue]: z.core.$ZodIssue[]): Refusal {
  const field = issue?.path.join('.') || undefined
  const message = field ? `${field}: ${issue?.message}` : 'The body must be an object.'
  return new Refusal('INVALID_INPUT', message, { field })
}

function notFound(): Refusal {
  return new Refusal('NOT_FOUND', 'There is nothing here.')
}
