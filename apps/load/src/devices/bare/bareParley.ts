/** Parley's wire by hand: tRPC's frames over one socket, with the subscription to all changes. */
import { randomUUID } from 'node:crypto'
import { createAnswers } from './answers.ts'
import type { BareDevice, BareOptions } from './bareDevice.ts'
import { createHeld, type WireChange } from './held.ts'
import { openSocket } from './openSocket.ts'

interface Answer {
  error?: unknown
  result?: { data?: unknown }
}

interface Fed {
  error?: unknown
  result?: { type: 'started' | 'stopped' } | { type: 'data'; data: { data: WireChange[] } }
}

/** Its number; those of calls begin at 1. */
const subscription = 0

export async function bareParley(options: BareOptions): Promise<BareDevice> {
  const { onDelivered, onFailed } = options
  const answers = createAnswers<Answer>()
  const held = createHeld({
    onMessage: onDelivered,
    onFailed,
    changesSince: (conversationId, version) =>
      ask('chat.changesSince', { conversationId, version }),
  })
  let settle = (_reason?: unknown) => {}
  const isLive = new Promise<void>((resolve, reject) => {
    settle = reason => (reason ? reject(reason) : resolve())
  })

  function hear(text: string): void {
    if (text === 'PING') {
      socket.send('PONG')
      return
    }
    const frame = JSON.parse(text)
    if (frame.id === subscription) follow(frame)
    else answers.settle(frame.id, frame)
  }

  function follow({ error, result }: Fed): void {
    if (result?.type === 'started') return
    if (result?.type === 'data') {
      settle()
      held.enter(result.data.data)
    } else {
      fail(refusal(error ?? result))
    }
  }

  function fail(reason: unknown): void {
    settle(reason)
    onFailed(reason)
  }

  function call(method: 'query' | 'mutation', path: string, input: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = answers.expect(({ error, result }) =>
        error ? reject(refusal(error)) : resolve(result?.data),
      )
      socket.send(JSON.stringify({ id, method, params: { path, input } }))
    })
  }
  const ask = (path: string, input?: unknown) => call('query', path, input)

  const address = `${options.url.replace('http', 'ws')}/trpc?connectionParams=1`
  const socket = openSocket(address, { heard: hear, lost: fail })
  await socket.opened
  socket.send(JSON.stringify({ method: 'connectionParams', data: { token: options.token } }))
  socket.send(`{"id":${subscription},"method":"subscription","params":{"path":"chat.changes"}}`)
  await isLive
  // Each change would settle it again, which is not free.
  settle = () => {}

  return {
    send(conversationId, text, on) {
      const id = answers.expect(({ error }) =>
        error ? on.refused(refusal(error)) : on.acknowledged(),
      )
      const content = `{"type":"text","text":${JSON.stringify(text)}}`
      const input = `{"conversationId":"${conversationId}","clientId":"${randomUUID()}","content":${content}}`
      socket.send(`{"id":${id},"method":"mutation","params":{"path":"chat.send","input":${input}}}`)
    },
    ask,
    act: (path, input) => call('mutation', path, input),
    heals: held.heals,
    close: socket.close,
  }
}

const refusal = (answer: unknown) => new Error(`Parley answered: ${JSON.stringify(answer)}`)
