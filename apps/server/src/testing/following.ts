/**
 * People who follow their conversations on devices with tRPC's own client.
 */
import { randomUUID } from 'node:crypto'
import type { Change } from '@parley/protocol/change'
import { expect, onTestFinished } from 'vitest'
import { hostToken, socketClient, someone, type TestNode } from './testNode.ts'

/** What `chat.send` takes beside the conversation. */
export function text(words: string) {
  return { clientId: randomUUID(), content: { type: 'text' as const, text: words } }
}

/** A device that follows its feed and keeps what arrives. */
export function follow({ api }: ReturnType<typeof socketClient>, lastEventId?: string) {
  const changes: Change[] = []
  let cursor = lastEventId
  const { unsubscribe } = api.chat.changes.subscribe(
    { lastEventId },
    {
      onData({ id, data }) {
        cursor = id
        changes.push(...data)
      },
    },
  )
  onTestFinished(unsubscribe)
  return {
    changes,
    unsubscribe,
    cursor: () => cursor,
    open: () => expect.poll(() => cursor, { timeout: 5000 }).toBeDefined(),
    texts: () =>
      changes.flatMap(change => ('message' in change ? [change.message.content?.text] : [])),
  }
}

/** A customer and a contractor on their sockets, with a conversation. */
export async function meet(node: TestNode, other: TestNode = node) {
  const [ann, bob] = [someone('Ann', 'customer'), someone('Bob', 'contractor')]
  const annsDevice = socketClient(node, () => hostToken(ann))
  const bobsDevice = socketClient(other, () => hostToken(bob))
  await bobsDevice.api.me.get.query()
  const { id } = await annsDevice.api.chat.open.mutate({ participantIds: [bob.userId] })
  return { ann, bob, annsDevice, bobsDevice, id }
}
