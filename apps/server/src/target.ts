/**
 * Where a request is meant to go. What comes in is raw bytes of anybody; further in, URLs are
 * made of it in places that throw.
 */
import type { IncomingMessage } from 'node:http'

const name = /^[A-Za-z0-9._-]{1,253}(:\d{1,5})?$/
const bracketed = /^\[[0-9A-Fa-f:.]{2,45}\](:\d{1,5})?$/

function isHost(host: string): boolean {
  return (name.test(host) || bracketed.test(host)) && URL.canParse(`http://${host}`)
}

/** Node takes the first `Host` of several; what stands between us may take another. */
function hasOneHost({ rawHeaders }: IncomingMessage): boolean {
  let hosts = 0
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() === 'host') hosts += 1
  }
  return hosts === 1
}

/** The base of whatever is asked; undefined for a request that no honest client sends: 400. */
export function originAsked(request: IncomingMessage): string | undefined {
  const { host } = request.headers
  return host !== undefined && isHost(host) && hasOneHost(request) ? `http://${host}` : undefined
}

/** Where exactly, for HTTP. */
export function targetOf(request: IncomingMessage): URL | undefined {
  const origin = originAsked(request)
  const { url = '' } = request
  const isPath = /^\/(?!\/)/.test(url)
  return isPath && URL.canParse(url, origin) ? new URL(url, origin) : undefined
}
