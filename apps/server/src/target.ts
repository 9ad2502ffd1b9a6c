/**
 * Where a request is meant to go. What comes in is raw bytes of anybody; further in, URLs are
 * made of it in places that throw.
 */
import type { IncomingMessage } from 'node:http'

const name = /^[A-Za-z0-9._-]{1,253}(:\d{1,5})?$/
const bracketed = /^\[[0-9A-Fa-f:.]{2,45}\](:\d{1,5})?$/

/** Undefined for a request that no honest client sends: 400. */
export function targetOf({ headersDistinct, url }: IncomingMessage): URL | undefined {
  const [host, another] = headersDistinct.host ?? []
  if (host === undefined || another !== undefined) return undefined
  if (!(name.test(host) || bracketed.test(host))) return undefined
  if (url === undefined || !/^\/(?!\/)/.test(url)) return undefined
  return URL.canParse(url, `http://${host}`) ? new URL(url, `http://${host}`) : undefined
}
