/**
 * Which web pages may connect: those of this server, of PUBLIC_URL and of ALLOWED_ORIGINS.
 *
 * Compared exactly, as browsers send them. Whoever sends no origin is not a browser, so no
 * cookie or page of somebody else's is behind it.
 */
import { isIPv6 } from 'node:net'
import { networkInterfaces } from 'node:os'
import { isLoopback } from './address.ts'
import type { Env } from './env.ts'

function hostsOf(listening: string): string[] {
  const loopback = ['127.0.0.1', 'localhost', '::1']
  if (isLoopback(listening)) return loopback
  if (listening !== '0.0.0.0' && listening !== '::') return [listening]
  const own = Object.values(networkInterfaces()).flatMap(addresses => addresses ?? [])
  return [...loopback, ...own.map(({ address }) => address)]
}

function originOf(host: string, port: number): string[] {
  const address = `http://${isIPv6(host) ? `[${host}]` : host}:${port}`
  return URL.canParse(address) ? [new URL(address).origin] : [] // not those with a zone
}

export function originsOf(env: Pick<Env, 'host' | 'publicUrl' | 'allowedOrigins'>, port: number) {
  const own = hostsOf(env.host).flatMap(host => originOf(host, port))
  if (env.publicUrl !== undefined) own.unshift(env.publicUrl)
  const known = new Set([...own, ...env.allowedOrigins])
  return {
    /** Where this server's own pages come from. */
    own,
    /** Pages of others that may connect and embed. */
    embedding: env.allowedOrigins,
    mayConnect: (origin: string | undefined) => origin === undefined || known.has(origin),
    isOwn: (origin: string | undefined) => origin === undefined || own.includes(origin),
  }
}

export type Origins = ReturnType<typeof originsOf>
