/**
 * The Socket.IO peer's wire by hand: Engine.IO 4 and Socket.IO 5 over one WebSocket. A packet
 * is a digit for the first, one for the second, perhaps a number for its answer, and JSON.
 */
import { createAnswers } from './answers.ts'
import type { BareDevice, BareOptions } from './bareDevice.ts'
import { openSocket } from './openSocket.ts'

type Event = [name: string, payload: { text: string }]
type Answer = [{ ok?: unknown; error?: string }]

/** The first digits of what is heard. */
const opened = '0'
const ping = '2'
const connected = '40'
const event = '42'
const answer = '43'

export async function bareSocketIo(options: BareOptions): Promise<BareDevice> {
  const { onDelivered, onFailed } = options
  const answers = createAnswers<Answer>()
  let settle = (_reason?: unknown) => {}
  const isLive = new Promise<void>((resolve, reject) => {
    settle = reason => (reason ? reject(reason) : resolve())
  })

  function hear(text: string): void {
    const kind = text.slice(0, 2)
    if (kind === event) {
      const [name, payload]: Event = JSON.parse(text.slice(2))
      if (name === 'message') onDelivered(payload.text)
    } else if (kind === answer) {
      const at = text.indexOf('[')
      answers.settle(Number(text.slice(2, at)), JSON.parse(text.slice(at)))
    } else if (kind === ping) socket.send('3')
    else if (kind === connected) settle()
    else if (kind[0] === opened) socket.send(`40${JSON.stringify({ token: options.token })}`)
    else fail(new Error(`The peer refused: ${text}`))
  }

  function fail(reason: unknown): void {
    settle(reason)
    onFailed(reason)
  }

  const address = `${options.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
  const socket = openSocket(address, { heard: hear, lost: fail })
  await socket.opened
  await isLive

  function ask(name: string, input?: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = answers.expect(([{ ok, error }]) =>
        error ? reject(new Error(error)) : resolve(ok),
      )
      const words = input === undefined ? [name] : [name, input]
      socket.send(`42${id}${JSON.stringify(words)}`)
    })
  }

  return {
    send(chatId, text, on) {
      const id = answers.expect(([{ error }]) =>
        error ? on.refused(new Error(error)) : on.acknowledged(),
      )
      socket.send(`42${id}["send",{"chatId":"${chatId}","text":${JSON.stringify(text)}}]`)
    },
    ask,
    act: ask,
    heals: () => 0,
    close: socket.close,
  }
}
