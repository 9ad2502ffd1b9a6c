/** The Socket.IO peer, in a process of its own like Parley. */
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { inspected, recorder } from '../profile/inspected.ts'
import { root } from '../root.ts'
import { hostToken, type Person } from './hostToken.ts'
import { nodeFlags } from './nodeFlags.ts'
import { spawnListening } from './process.ts'

const main = fileURLToPath(new URL('../../peers/socket-io/main.ts', import.meta.url))

interface Wanted {
  databaseUrl: string
  /** Whether it also tells each member's own room of a message. */
  withSecondEvent: boolean
}

export async function startPeer({ databaseUrl, withSecondEvent }: Wanted) {
  const secret = randomBytes(32).toString('hex')
  const running = await spawnListening(process.execPath, [...nodeFlags, ...recorder, main], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      HOST_JWT_SECRET: secret,
      SECOND_EVENT: withSecondEvent ? '1' : '0',
    },
    probe: '/readyz',
  })
  return {
    url: running.url,
    pid: running.pid,
    token: (person: Person) => hostToken(secret, person),
    databaseUrl: async () => databaseUrl,
    ...inspected(running),
    [Symbol.asyncDispose]: running.stop,
  }
}
