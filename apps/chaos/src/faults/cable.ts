/**
 * A cable of TCP: between a client and a node it can be cut, frozen, left half open, and made
 * deaf in one direction. Each client has its own, and comes from an address of its own.
 */
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

type Direction = 'up' | 'down'

interface Link {
  inside: Socket
  outside: Socket
  /** Directions whose bytes go nowhere. */
  deaf: Set<Direction>
}

export interface Cable {
  /** Where the client connects to. */
  url: string
  /** Resets every connection; new ones are refused until `plug`. */
  unplug(): void
  plug(): void
  /** Nothing passes, nothing is lost: what was written arrives after `thaw`. */
  freeze(): void
  thaw(): void
  /** The other side sees its connection end; this one is told nothing, and nothing answers. */
  halfOpen(): void
  /**
   * What the present connections carry this way vanishes. Bytes are missing then, which no TCP
   * connection survives: `cut` or `unplug` has to follow.
   */
  swallow(direction: Direction): void
  /** Resets the present connections; new ones may be made at once. */
  cut(): void
  /** New connections go there. */
  retarget(url: string): void
  close(): Promise<void>
}

let addresses = 0

/** An address of this machine that nobody else has, where the system has more than one. */
function ownAddress(): string | undefined {
  if (process.platform !== 'linux') return undefined
  addresses += 1
  return `127.1.${Math.floor(addresses / 250) % 250}.${(addresses % 250) + 1}`
}

export async function layCable(target: string): Promise<Cable> {
  const links = new Set<Link>()
  const localAddress = ownAddress()
  let { port } = new URL(target)
  let isPlugged = true
  let isFrozen = false

  const server = createServer(inside => {
    if (!isPlugged) return void inside.resetAndDestroy()
    const outside = connect({
      port: Number(port),
      host: '127.0.0.1',
      ...(localAddress && { localAddress }),
    })
    const link: Link = { inside, outside, deaf: new Set() }
    links.add(link)
    join(link)
    if (isFrozen) hold(link)
  })

  function join(link: Link): void {
    const { inside, outside } = link
    carry(link, 'up', inside, outside)
    carry(link, 'down', outside, inside)
    const end = () => {
      links.delete(link)
      for (const socket of [inside, outside]) socket.destroy()
    }
    for (const socket of [inside, outside]) socket.on('error', end).on('close', end)
  }

  function carry(link: Link, direction: Direction, from: Socket, to: Socket): void {
    from.on('data', chunk => {
      if (link.deaf.has(direction) || to.destroyed) return
      if (!to.write(chunk)) from.pause()
    })
    to.on('drain', () => {
      if (!isFrozen) from.resume()
    })
  }

  function hold({ inside, outside }: Link): void {
    inside.pause()
    outside.pause()
  }

  function cut(): void {
    for (const { inside, outside } of links) {
      inside.resetAndDestroy()
      outside.resetAndDestroy()
    }
    links.clear()
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')

  return {
    url: `http://127.0.0.1:${address.port}`,
    unplug() {
      isPlugged = false
      cut()
    },
    plug() {
      isPlugged = true
    },
    freeze() {
      isFrozen = true
      for (const link of links) hold(link)
    },
    thaw() {
      isFrozen = false
      for (const { inside, outside } of links) {
        inside.resume()
        outside.resume()
      }
    },
    halfOpen() {
      for (const link of links) {
        const { inside, outside } = link
        link.deaf.add('up').add('down')
        for (const socket of [inside, outside]) socket.removeAllListeners('close')
        outside.resetAndDestroy()
        inside.once('close', () => links.delete(link))
      }
    },
    swallow(direction) {
      for (const { deaf } of links) deaf.add(direction)
    },
    cut,
    retarget(url) {
      port = new URL(url).port
    },
    async close() {
      isPlugged = false
      cut()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
