/**
 * A client without the stock client's manners: it says what a test wants, frame by frame.
 */
import { onTestFinished } from 'vitest'
import { type ClientOptions, WebSocket } from 'ws'
import { testToken } from './testRouter.ts'
import type { TestServer } from './testServer.ts'

type Answer = {
  id: unknown
  result?: { type: string; data?: unknown }
  error?: { data: { reason: string } }
}
type Closed = { code: number; reason: string }

export async function testSocket(
  server: Pick<TestServer, 'socketUrl'>,
  options: ClientOptions & { token?: string | null; query?: string } = {},
) {
  const { token = testToken('ann'), query = '?connectionParams=1', ...rest } = options
  const socket = new WebSocket(server.socketUrl + query, rest)
  onTestFinished(() => socket.terminate())
  const frames: Answer[] = []
  const waiting = new Set<() => void>()
  const wake = () => {
    for (const look of waiting) look()
  }
  socket.on('message', data => {
    const text = data.toString()
    if (text === 'PING') socket.send('PONG')
    else if (text !== 'PONG') frames.push(JSON.parse(text))
    wake()
  })
  const closed = new Promise<Closed>(resolve => {
    socket.on('close', (code, reason) => {
      resolve({ code, reason: reason.toString() })
      wake()
    })
  })
  await new Promise<void>((resolve, reject) => {
    socket.on('open', resolve)
    socket.on('error', reject)
  })
  socket.on('error', () => {})
  if (token !== null) socket.send(JSON.stringify({ method: 'connectionParams', data: { token } }))

  return {
    socket,
    frames,
    closed,
    send: (message: unknown) =>
      socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    /** The first frame that fits, as soon as it is here. */
    frame(fits: (answer: Answer) => boolean): Promise<Answer> {
      return new Promise((resolve, reject) => {
        const look = () => {
          const found = frames.find(fits)
          const isOver = socket.readyState === WebSocket.CLOSED
          if (found === undefined && !isOver) return
          waiting.delete(look)
          if (found !== undefined) resolve(found)
          else reject(new Error('the socket closed without that frame'))
        }
        waiting.add(look)
        look()
      })
    },
  }
}

export type TestSocket = Awaited<ReturnType<typeof testSocket>>

export function call(id: unknown, path: string, input?: unknown, method = 'mutation') {
  return { id, method, params: { path, input } }
}

/** A person like any other gets an answer: the process lives, and serves. */
export async function answersOthers(server: TestServer): Promise<boolean> {
  const other = await testSocket(server, { token: testToken(`other-${Math.random()}`) })
  other.send(call(1, 'echo', { text: 'still here?' }))
  const answer = await other.frame(({ id }) => id === 1)
  other.socket.close()
  await other.closed
  return JSON.stringify(answer.result?.data) === '{"text":"still here?"}'
}
