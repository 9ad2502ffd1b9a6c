/**
 * A port for a server that a test starts in a process of its own, and perhaps again after a kill:
 * found free, and given to no other test while this process lives. For as long the UDP port of the
 * same number is held, which nobody here uses.
 */
import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Below the ports that systems give to outgoing connections, and those that Postgres starts on;
 * above 10080, the last one that browsers refuse.
 */
export async function reservePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_081, 20_000)
    const mark = createSocket('udp4').unref()
    mark.bind({ port, address: '127.0.0.1', exclusive: true })
    if ((await happens(mark)) && (await isFree(port))) return port
    mark.close()
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer().listen(port, '127.0.0.1')
  const found = await happens(probe)
  if (found) await new Promise(resolve => probe.close(resolve))
  return found
}

/** Whether it listens, rather than fails. */
function happens(listener: NodeJS.EventEmitter): Promise<boolean> {
  return once(listener, 'listening').then(
    () => true,
    () => false,
  )
}
