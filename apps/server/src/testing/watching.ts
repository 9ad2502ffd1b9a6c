/**
 * Two people who may see each other, and what a device is told of whom it watches.
 */
import { get, type IncomingMessage } from 'node:http'
import type { Presence } from '@parley/protocol/presence'
import { onTestFinished } from 'vitest'
import { hostToken, httpClient, socketClient, someone, type TestNode } from './testNode.ts'

export type Device = ReturnType<typeof socketClient>

/** One entry for each frame. */
export function watch({ api }: Device, userIds: string[]) {
  const told: Presence[] = []
  const { unsubscribe } = api.presence.changes.subscribe(
    { userIds },
    { onData: presence => told.push(presence) },
  )
  onTestFinished(unsubscribe)
  return {
    told,
    /** As "online 2". */
    said: () => told.map(({ status, connectionCount }) => `${status} ${connectionCount}`),
  }
}

/** Ann on a socket of one node, and Bob, who has none yet, with a conversation. */
export async function acquaintances(node: TestNode) {
  const [ann, bob] = [someone('Ann', 'customer'), someone('Bob', 'contractor')]
  const bobsToken = await hostToken(bob)
  await httpClient(node, bobsToken).me.get.query()
  const annsDevice = socketClient(node, () => hostToken(ann))
  const { id } = await annsDevice.api.chat.open.mutate({ participantIds: [bob.userId] })
  return {
    ...{ ann, bob, bobsToken, annsDevice, id },
    /** Another device of Bob's. */
    async bobsDevice(on = node) {
      const device = socketClient(on, () => hostToken(bob))
      await device.api.me.get.query()
      return device
    },
  }
}

/** A subscription over HTTP, as a device holds it where sockets are blocked. */
export async function stream(node: TestNode, token: string, path: string, input: unknown) {
  const at = `${node.url}/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`
  // Its own connection: `fetch` keeps one open that nothing is asked over, and a server that
  // stops would wait for it.
  const asking = get(at, { agent: false, headers: { authorization: `Bearer ${token}` } })
  onTestFinished(() => void asking.destroy())
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    asking.on('response', resolve).on('error', reject)
  })
  response.setEncoding('utf8')
  let text = ''
  response.on('data', piece => {
    text += piece
  })
  response.on('error', () => {}) // it is ended in the middle
  const ended = new Promise<void>(resolve => void response.on('close', resolve))
  return { text: () => text, ended, close: () => void asking.destroy() }
}
