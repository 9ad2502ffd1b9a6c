/**
 * Whose connection is this? The peer's address, or what trusted proxies say of it.
 */
import type { IncomingMessage } from 'node:http'
import { isIPv4 } from 'node:net'
import ipaddr from 'ipaddr.js'
import proxyAddr from 'proxy-addr'

export function isLoopback(host: string): boolean {
  if (host === 'localhost') return true
  return ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback'
}

/**
 * Reads the client's address off a request. `X-Forwarded-For` counts only as far as it was
 * written by the given proxies; whatever it says before them may be a lie.
 */
export function addressReader(trustedProxies: string[]) {
  const trusts = proxyAddr.compile(trustedProxies)
  return (request: IncomingMessage): string | undefined => {
    const peer = plain(request.socket.remoteAddress ?? '')
    if (peer === undefined) return undefined // already gone
    return trustedProxies.length === 0 ? peer : (plain(proxyAddr(request, trusts)) ?? peer)
  }
}

/** An address in its one form, that of IPv4 wherever it has one. */
function plain(address: string): string | undefined {
  if (isIPv4(address)) return address // it has no other form
  return ipaddr.isValid(address) ? ipaddr.process(address).toString() : undefined
}

/**
 * What limits count by: an IPv4 address, or the /64 of an IPv6 one, since a customer of any
 * provider has that many addresses to choose from.
 */
export function addressGroup(address: string): string {
  if (isIPv4(address) || !ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  const network = parsed.toByteArray().slice(0, 8)
  return `${ipaddr.fromByteArray([...network, 0, 0, 0, 0, 0, 0, 0, 0]).toString()}/64`
}
