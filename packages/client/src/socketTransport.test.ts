import { hostToken, someone, testDatabaseUrl, testNode } from '@parley/server/testing'
import { expect, onTestFinished, test } from 'vitest'
import { createSocketTransport } from './socketTransport.ts'
import { eventually } from './testing/eventually.ts'
import { tcpProxy } from './testing/tcpProxy.ts'
import type { LineEvent } from './transport.ts'

const NodeSocket = globalThis.WebSocket

/** As in a browser: it cannot be torn down, and a close waits for the other side. */
class BrowserSocket extends EventTarget {
  static readonly OPEN = 1
  readonly OPEN = 1
  readonly #socket: WebSocket

  constructor(url: string) {
    super()
    this.#socket = new NodeSocket(url)
    for (const type of ['open', 'message', 'close', 'error'])
      this.#socket.addEventListener(type, event => {
        const copy = new Event(type)
        for (const key of ['data', 'code', 'reason'])
          if (key in event) Object.defineProperty(copy, key, { value: Reflect.get(event, key) })
        this.dispatchEvent(copy)
      })
  }

  get readyState() {
    return this.#socket.readyState
  }

  set binaryType(type: BinaryType) {
    this.#socket.binaryType = type
  }

  send(text: string) {
    this.#socket.send(text)
  }

  close() {
    this.#socket.close()
  }
}

async function line(WebSocket: unknown) {
  const node = await testNode(await testDatabaseUrl())
  const cable = await tcpProxy(node.url)
  const transport = createSocketTransport({
    url: cable.url,
    WebSocket: WebSocket as typeof globalThis.WebSocket,
  })
  onTestFinished(transport.close)
  const events: LineEvent[] = []
  transport.listen(event => events.push(event))
  const token = await hostToken(someone('Cara', 'customer'))
  const next = (type: LineEvent['type']) =>
    eventually(() => events.splice(0)).toContainEqual(expect.objectContaining({ type }))
  return { transport, cable, token, events, next }
}

const list = { limit: 1, archived: false }

test.each([
  ['a browser', BrowserSocket],
  ['Node', NodeSocket],
])(
  'a line that is dropped on a dead network of %s is gone at once, and another one opens',
  async (_name, WebSocket) => {
    const { transport, cable, token, events, next } = await line(WebSocket)
    transport.open(token)
    await next('opened')
    await expect(transport.calls.list(list)).resolves.toMatchObject({ items: [] })
    cable.freeze()
    const lost = expect(transport.calls.list(list)).rejects.toMatchObject({ name: 'Unanswered' })
    await new Promise(resolve => setTimeout(resolve, 20))
    transport.drop()
    await lost
    transport.open(token)
    await next('opened')
    await expect(transport.calls.list(list)).resolves.toMatchObject({ items: [] })
    expect(events).toEqual([])
  },
)

test('no socket is opened without leave, however often one is lost', async () => {
  const { transport, cable, token, next, events } = await line(NodeSocket)
  await new Promise(resolve => setTimeout(resolve, 50))
  expect(cable.made()).toBe(0)
  for (let round = 1; round <= 3; round += 1) {
    transport.open(token)
    await next('opened')
    cable.unplug()
    await next('lost')
    cable.plug()
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(cable.made()).toBe(round)
  }
  cable.unplug()
  transport.open(token)
  await next('lost')
  expect(events).toEqual([])
})

test.each([
  ['a browser', BrowserSocket],
  ['Node', NodeSocket],
])(
  'a line of %s that is given up at any moment of its opening is not opened behind anybody, and the next one opens',
  async (_name, WebSocket) => {
    const { transport, token, events, next } = await line(WebSocket)
    for (let ms = 0; ms < 12; ms += 1) {
      transport.open(token)
      if (ms === 0) await Promise.resolve()
      else await new Promise(resolve => setTimeout(resolve, ms - 1))
      transport.drop()
      await new Promise(resolve => setTimeout(resolve, 40))
      events.length = 0 // it may have opened in time
      transport.open(token)
      await next('opened')
      await expect(transport.calls.list(list)).resolves.toMatchObject({ items: [] })
      transport.drop()
      await new Promise(resolve => setTimeout(resolve, 40))
      expect(events).toEqual([])
    }
  },
)

test('the reason of a refusal and of a closing frame comes through', async () => {
  const { transport, next, events } = await line(BrowserSocket)
  transport.open('nonsense')
  await next('opened')
  await expect(transport.calls.list(list)).rejects.toMatchObject({
    name: 'Refused',
    reason: 'UNAUTHENTICATED',
  })
  await eventually(() => events).toEqual([{ type: 'lost', reason: 'UNAUTHENTICATED' }])
})

test('a field at fault is named', async () => {
  const { transport, token, next } = await line(NodeSocket)
  transport.open(token)
  await next('opened')
  await expect(transport.calls.list({ limit: 1000, archived: false })).rejects.toMatchObject({
    reason: 'INVALID_INPUT',
    field: 'limit',
  })
})
