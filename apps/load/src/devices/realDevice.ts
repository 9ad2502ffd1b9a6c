/** A device that runs the product's own client, with the conversation on its screen: what is seen is reported as read. */
import './nodeWebSocket.ts'
import { createClient } from '@parley/client/client'
import type { Readable } from '@parley/client/readable'
import type { Message } from '@parley/protocol/message'
import type { Device, DeviceOptions } from './device.ts'

export async function realDevice({ url, userId, token, listener }: DeviceOptions): Promise<Device> {
  const client = createClient({ url, userId, token: async () => token })
  await until(client.connection, ({ state }) => state === 'online')
  await until(client.conversations, ({ status }) => status === 'ready')

  /** Tells what a new view has more than the one before; mostly that is its end. */
  function follow(id: string): void {
    const handle = client.conversation(id)
    const told = new Set(handle.view.get().messages.map(({ seq }) => seq))
    handle.view.subscribe(() => {
      const { messages, outgoing } = handle.view.get()
      for (let at = messages.length - 1; at >= 0 && told.size < messages.length; at -= 1) {
        const message = messages[at]
        if (!message || told.has(message.seq)) continue
        told.add(message.seq)
        tell(message)
        handle.markRead(message.seq)
      }
      for (const { state } of outgoing) if (state.kind === 'failed') listener.failed(state.reason)
    })
  }

  function tell({ senderId, content }: Message): void {
    if (!content) return
    if (senderId === userId) listener.acknowledged(content.text)
    else listener.seen(content.text)
  }

  return {
    open: other => client.open({ participantIds: [other] }),
    async show(id) {
      const handle = client.conversation(id)
      handle.watch()
      await until(handle.view, ({ status }) => status === 'ready')
      follow(id)
    },
    send: (id, text) => client.conversation(id).send({ text }),
    texts: id =>
      client
        .conversation(id)
        .view.get()
        .messages.flatMap(({ content }) => content?.text ?? []),
    close: client.close,
  }
}

function until<T>(readable: Readable<T>, isSo: (value: T) => boolean): Promise<void> {
  return new Promise(resolve => {
    const look = () => {
      if (!isSo(readable.get())) return
      stop()
      resolve()
    }
    const stop = readable.subscribe(look)
    look()
  })
}
