/** Somebody with a device: the product's own client, at the end of a cable of their own. */
import '@parley/load/nodeWebSocket'
import { type Client, createClient, type Parts } from '@parley/client/client'
import type { ConversationView } from '@parley/client/conversationView'
import { hostToken } from '@parley/load/hostToken'
import { type Cable, layCable } from '../faults/cable.ts'
import { type Ledger, tagOf } from '../oracle/ledger.ts'
import { until } from './until.ts'

export interface Joining {
  name: string
  role: 'customer' | 'contractor'
  target: string
  hostSecret: string
  ledger: Ledger
  /** Parts of the client to replace, for controls. */
  parts: Parts
}

export interface Person {
  userId: string
  client: Client
  cable: Cable
  conversations: string[]
  /** Has a conversation on the screen from now on, and reads what comes. */
  show(conversationId: string): Promise<void>
  send(conversationId: string, tag: string, text: string): void
  view(conversationId: string): ConversationView
  /** Milliseconds without a connection, of each time that there was none. */
  gaps: number[]
  close(): Promise<void>
}

export async function join(joining: Joining): Promise<Person> {
  const { name: userId, role, ledger } = joining
  const cable = await layCable(joining.target)
  const token = await hostToken(joining.hostSecret, { userId, name: userId, role })
  const client = createClient({ url: cable.url, userId, token: async () => token }, joining.parts)
  await until('somebody connects', () => client.connection.get().state === 'online')
  const gaps = watchGaps(client)

  function follow(id: string): void {
    const handle = client.conversation(id)
    const told = new Set<number>()
    const look = () => {
      const { messages } = handle.view.get()
      for (let at = messages.length - 1; at >= 0 && told.size < messages.length; at -= 1) {
        const message = messages[at]
        if (!message || told.has(message.seq)) continue
        told.add(message.seq)
        if (message.senderId === userId) ledger.acknowledge(message.clientId)
        else {
          if (message.content) ledger.see(tagOf(message.content.text))
          handle.markRead(message.seq)
        }
      }
    }
    handle.view.subscribe(look)
    look()
  }

  return {
    userId,
    client,
    cable,
    conversations: [],
    gaps,
    async show(id) {
      const handle = client.conversation(id)
      handle.watch()
      await until('a conversation is loaded', () => handle.view.get().status === 'ready')
      follow(id)
    },
    send(conversationId, tag, text) {
      const handle = client.conversation(conversationId)
      handle.send({ text: `${tag} ${text}` })
      const entered = handle.view.get().outgoing.at(-1)
      if (!entered) throw new Error('what was entered is not shown')
      const { clientId } = entered
      const enteredAt = performance.now()
      ledger.enter({ clientId, tag, conversationId, sender: userId, enteredAt })
    },
    view: id => client.conversation(id).view.get(),
    async close() {
      client.close()
      await cable.close()
    },
  }
}

function watchGaps({ connection }: Client): number[] {
  const gaps: number[] = []
  let lostAt: number | undefined
  connection.subscribe(() => {
    const isOnline = connection.get().state === 'online'
    if (!isOnline) lostAt ??= performance.now()
    else if (lostAt !== undefined) {
      gaps.push(performance.now() - lostAt)
      lostAt = undefined
    }
  })
  return gaps
}
