/** Those who write to the person at the browser: customers of the host product, each with a conversation of their own. */
import { randomUUID } from 'node:crypto'
import { conversation } from '@parley/protocol/conversation'
import { openWire } from '../devices/wire.ts'
import type { Person } from '../server/hostToken.ts'
import type { Server } from '../server/server.ts'

/** tRPC's client puts what is asked for in one tick into one frame, and the server takes so many calls in one. */
const atOnce = 100

export interface Writer {
  conversationId: string
  /** Resolves when all of them are stored. */
  say(texts: string[]): Promise<void>
}

export async function writersTo(
  server: Pick<Server, 'url' | 'token'>,
  userId: string,
  many: number,
): Promise<Writer[]> {
  return await Promise.all(Array.from({ length: many }, (_, at) => writerTo(server, userId, at)))
}

async function writerTo(
  server: Pick<Server, 'url' | 'token'>,
  userId: string,
  at: number,
): Promise<Writer> {
  const me: Person = { userId: `customer-${at}`, name: `Customer ${at}`, role: 'customer' }
  const token = await server.token(me)
  const connected = async <T>(act: (wire: ReturnType<typeof openWire>) => Promise<T>) => {
    const wire = openWire(server.url, token)
    try {
      return await act(wire)
    } finally {
      wire.close()
    }
  }
  const opened = await connected(wire => wire.mutation('chat.open', { participantIds: [userId] }))
  const conversationId = conversation.parse(opened).id
  const send = (text: string) => ({
    conversationId,
    clientId: randomUUID(),
    content: { type: 'text', text },
  })
  return {
    conversationId,
    say: texts =>
      connected(async wire => {
        for (let first = 0; first < texts.length; first += atOnce) {
          const some = texts.slice(first, first + atOnce)
          await Promise.all(some.map(text => wire.mutation('chat.send', send(text))))
        }
      }),
  }
}
