// Typing over real connections: sockets that go, requests that are over at once, and strangers.

import { memoryBus } from '@parley/bus/memory'
import { expect, onTestFinished, test } from 'vitest'
import {
  hostToken,
  httpClient,
  reasonOf,
  socketClient,
  someone,
  type TestNode,
  testDatabaseUrl,
  testNode,
} from './testing/testNode.ts'

/** The machine may be busy. */
const soon = { timeout: 5000 }

type Api = ReturnType<typeof socketClient>['api']

/** Looks at a conversation over a socket. */
function watch({ chat }: Pick<Api, 'chat'>, conversationId: string) {
  const words: boolean[] = []
  const typists: string[] = []
  const seen = { words, typists, refused: undefined as unknown, isComplete: false }
  const subscription = chat.typing.subscribe(
    { conversationId },
    {
      onData: ({ userId, typing }) => {
        words.push(typing)
        typists.push(userId)
      },
      onError: error => {
        seen.refused = error.data?.reason
      },
      onComplete: () => {
        seen.isComplete = true
      },
    },
  )
  onTestFinished(() => subscription.unsubscribe())
  return seen
}

/** Ann, an administrator, has opened a group with Bob and Cem. */
async function group(node: TestNode) {
  const people = [
    someone('Ann', 'admin'),
    someone('Bob', 'contractor'),
    someone('Cem', 'customer'),
  ] as const
  const [ann, bob, cem] = people
  for (const one of people) await httpClient(node, await hostToken(one)).me.get.query()
  const api = httpClient(node, await hostToken(ann))
  const { id } = await api.chat.open.mutate({ participantIds: [bob.userId, cem.userId] })
  return { ann, bob, cem, id, api }
}

/** Says it until it was heard: a subscription may take a moment to begin. */
async function type(api: Pick<Api, 'chat'>, conversationId: string, words: boolean[]) {
  const told = words.length
  await expect
    .poll(async () => {
      await api.chat.setTyping.mutate({ conversationId, typing: false })
      await api.chat.setTyping.mutate({ conversationId, typing: true })
      return words.slice(told)
    }, soon)
    .toContain(true)
}

test('[T3] typing on one node is seen on the other, and ends with the socket', async () => {
  const databaseUrl = await testDatabaseUrl()
  const bus = memoryBus()
  const first = await testNode(databaseUrl, {}, { bus })
  const second = await testNode(databaseUrl, {}, { bus })
  const { bob, cem, id } = await group(first)
  const typist = socketClient(first, () => hostToken(bob))
  const reader = socketClient(second, () => hostToken(cem))
  const seen = watch(reader.api, id)
  await type(typist.api, id, seen.words)
  typist.close()
  await expect.poll(() => seen.words.at(-1), soon).toBe(false)
})

test('[T3] a request that is over is no socket that went', async () => {
  const node = await testNode(await testDatabaseUrl())
  const { ann, bob, cem, id, api } = await group(node)
  const reader = socketClient(node, () => hostToken(cem))
  const seen = watch(reader.api, id)
  await type(httpClient(node, await hostToken(bob)), id, seen.words)
  await expect.poll(() => seen.words.at(-1), soon).toBe(true)
  // What comes after it has passed whatever the end of the request could have said.
  await api.chat.setTyping.mutate({ conversationId: id, typing: true })
  await expect.poll(() => seen.typists.at(-1), soon).toBe(ann.userId)
  expect(seen.words.slice(-2)).toEqual([true, true])
})

test('[T1] [T7] a stranger is refused, and who is removed hears the end', async () => {
  const node = await testNode(await testDatabaseUrl())
  const { bob, cem, id, api } = await group(node)
  const eve = socketClient(node, () => hostToken(someone('Eve', 'customer')))
  const refused = watch(eve.api, id)
  await expect.poll(() => refused.refused, soon).toBe('NOT_FOUND')
  expect(await reasonOf(eve.api.chat.setTyping.mutate({ conversationId: id, typing: true }))).toBe(
    'NOT_FOUND',
  )
  const typist = socketClient(node, () => hostToken(bob))
  const seen = watch(socketClient(node, () => hostToken(cem)).api, id)
  await type(typist.api, id, seen.words)
  await api.chat.removePerson.mutate({ conversationId: id, userId: cem.userId })
  await expect.poll(() => seen.isComplete, soon).toBe(true)
})

test('[T3] typing is seen on a stream of server-sent events as well', async () => {
  const node = await testNode(await testDatabaseUrl())
  const { bob, cem, id } = await group(node)
  const headers = { authorization: `Bearer ${await hostToken(cem)}` }
  const input = encodeURIComponent(JSON.stringify({ conversationId: id }))
  const leaving = new AbortController()
  const stream = await fetch(`${node.url}/trpc/chat.typing?input=${input}`, {
    headers: { ...headers, accept: 'text/event-stream' },
    signal: leaving.signal,
  })
  let text = ''
  const reading = (async () => {
    for await (const piece of stream.body ?? []) text += Buffer.from(piece).toString()
  })().catch(() => {})
  const typist = socketClient(node, () => hostToken(bob))
  await expect
    .poll(async () => {
      await typist.api.chat.setTyping.mutate({ conversationId: id, typing: false })
      await typist.api.chat.setTyping.mutate({ conversationId: id, typing: true })
      return text
    }, soon)
    .toContain(JSON.stringify({ conversationId: id, userId: bob.userId, typing: true }))
  leaving.abort()
  await reading
})
