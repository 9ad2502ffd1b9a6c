/** A network that blocks WebSockets as offices do: a proxy that passes requests and refuses tunnels. */
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { onTestFinished } from 'vitest'

/** @returns where it is, for a window's `proxy`, and how many sockets were refused so far */
export async function blockingProxy() {
  let refused = 0
  const proxy = createServer((incoming, response) => {
    const { method, headers, url = '' } = incoming
    const onward = request(url, { method, headers }, answer => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.on('error', () => response.destroy())
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    response.on('close', () => onward.destroy())
    incoming.pipe(onward)
  })
  // Browsers send a WebSocket through a proxy in a tunnel.
  proxy.on('connect', (_request, socket) => {
    refused += 1
    socket.on('error', () => socket.destroy())
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  onTestFinished(() => {
    proxy.close()
    proxy.closeAllConnections()
  })
  const address = proxy.address()
  if (address === null || typeof address === 'string') throw new Error('a proxy has a port')
  return { server: `http://127.0.0.1:${address.port}`, refused: () => refused }
}
