/**
 * Takes the port, or says in a sentence why it cannot be had.
 */
import type { Server } from 'node:net'
import type { Env } from './env.ts'

/** A storm of reconnecting clients waits in line instead of being refused. */
const backlog = 4096

class CannotListen extends Error {
  override name = 'CannotListen'
}

function sentence(code: string, { port, host }: Pick<Env, 'port' | 'host'>): string {
  switch (code) {
    case 'EADDRINUSE':
      return `PORT: ${port} on ${host} is taken by another program; stop that one or set PORT to a free one`
    case 'EACCES':
      return `PORT: this user may not listen on ${port}; set PORT to one above 1023`
    default:
      return `HOST: ${host} is not an address of this machine (${code})`
  }
}

/** @returns the port that was taken, which differs from the one asked for when that is 0. */
export async function listen(server: Server, env: Pick<Env, 'port' | 'host'>): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) =>
      reject(new CannotListen(sentence(error.code ?? error.name, env), { cause: error }))
    server.once('error', failed)
    server.listen({ port: env.port, host: env.host, backlog }, () => {
      server.off('error', failed)
      resolve()
    })
  })
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : env.port
}
