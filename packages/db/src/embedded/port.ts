// A free port for Postgres. Below 32768, where systems do not hand out ports to outgoing
// connections, so that Postgres can come back on the same one after it died.

import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 20; tries++) {
    const port = await listenOnce(randomInt(20_000, 32_768))
    if (port !== undefined) return port
  }
  return (await listenOnce(0)) ?? 0
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise(resolve => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      const got = typeof address === 'object' ? address?.port : undefined
      server.close(() => resolve(got))
    })
  })
}
