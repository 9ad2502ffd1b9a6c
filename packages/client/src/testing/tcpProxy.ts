/** A cable between a client and a server that can be cut, frozen, and put into another server. */
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface TcpProxy {
  /** Where clients connect to. */
  url: string
  /** Connections that were ever made through it. */
  made(): number
  /** How many are open. */
  open(): number
  /** Resets every connection; new ones are refused until `plug`. */
  unplug(): void
  plug(): void
  /** Nothing passes over the present connections any more, and nobody is told. */
  freeze(): void
  /** New connections go there. */
  retarget(url: string): void
}

export async function tcpProxy(target: string): Promise<TcpProxy> {
  const pairs = new Set<[Socket, Socket]>()
  let { port } = new URL(target)
  let plugged = true
  let made = 0

  const server = createServer(inside => {
    if (!plugged) {
      inside.destroy()
      return
    }
    made += 1
    const outside = connect(Number(port), '127.0.0.1')
    const pair: [Socket, Socket] = [inside, outside]
    pairs.add(pair)
    const end = () => {
      pairs.delete(pair)
      for (const socket of pair) socket.destroy()
    }
    for (const socket of pair) socket.on('error', end).on('close', end)
    inside.pipe(outside).pipe(inside)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')

  function unplug(): void {
    plugged = false
    for (const pair of pairs) for (const socket of pair) socket.destroy()
  }
  onTestFinished(() => {
    unplug()
    server.close()
  })

  return {
    url: `http://127.0.0.1:${address.port}`,
    made: () => made,
    open: () => pairs.size,
    unplug,
    plug() {
      plugged = true
    },
    freeze() {
      for (const [inside, outside] of pairs) {
        inside.unpipe(outside)
        outside.unpipe(inside)
      }
    },
    retarget(url) {
      port = new URL(url).port
    },
  }
}
