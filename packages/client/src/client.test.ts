/** The client against the real server, Postgres and all. */
import { hostToken, someone, testDatabaseUrl, testNode } from '@parley/server/testing'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type Client, createClient } from './client.ts'
import { draftStorage } from './testing/draftStorage.ts'
import { eventually } from './testing/eventually.ts'
import { tcpProxy } from './testing/tcpProxy.ts'

type Node = Awaited<ReturnType<typeof testNode>>
type Person = ReturnType<typeof someone>

function device(url: string, person: Person, token = () => hostToken(person)): Client {
  const client = createClient({ url, userId: person.userId, token })
  onTestFinished(client.close)
  return client
}

async function online(client: Client): Promise<Client> {
  await eventually(() => client.connection.get().state).toBe('online')
  await eventually(() => client.conversations.get().status).toBe('ready')
  return client
}

/** A customer and a contractor with a conversation that is on both screens. */
async function two(node: Node, urls: [string, string] = [node.url, node.url]) {
  const [cara, carl] = [someone('Cara', 'customer'), someone('Carl', 'contractor')]
  const clients = [
    await online(device(urls[0], cara)),
    await online(device(urls[1], carl)),
  ] as const
  const [hers, his] = clients
  const id = await hers.open({ participantIds: [carl.userId] })
  const [left, right] = [hers.conversation(id), his.conversation(id)]
  left.watch()
  right.watch()
  await eventually(() => [left, right].map(({ view }) => view.get().status)).toEqual([
    'ready',
    'ready',
  ])
  return { cara, carl, hers, his, id, left, right }
}

function texts({ view }: ReturnType<Client['conversation']>): (string | undefined)[] {
  return view.get().messages.map(({ content }) => content?.text)
}

test('[F4] [O3] [P3] [A1] two people open, write, read, edit, react and remove', async () => {
  const node = await testNode(await testDatabaseUrl())
  const { cara, hers, his, id, left, right } = await two(node)
  left.send({ text: 'hello' })
  expect(left.view.get().outgoing).toMatchObject([{ text: 'hello' }])
  await eventually(() => texts(right)).toEqual(['hello'])
  expect(left.view.get().outgoing).toEqual([])
  expect(his.conversations.get().items).toMatchObject([{ id, unreadCount: 1 }])

  const positions = () =>
    left.view.get().conversation?.others.map(({ deliveredSeq, readSeq }) => [deliveredSeq, readSeq])
  await eventually(positions).toEqual([[1, 0]])
  right.markRead(1)
  expect(his.conversations.get().items).toMatchObject([{ unreadCount: 0 }])
  await eventually(positions).toEqual([[1, 1]])

  const [message] = left.view.get().messages
  await left.edit(message!.id, 'hello there')
  await right.react(message!.id, '👍', true)
  await eventually(() => left.view.get().messages[0]?.reactions).toHaveLength(1)
  expect(texts(right)).toEqual(['hello there'])
  await expect(right.edit(message!.id, 'mine')).rejects.toMatchObject({ reason: 'FORBIDDEN' })
  expect(texts(right)).toEqual(['hello there'])

  right.send({ text: 'reply', replyTo: message!.id })
  await eventually(() => texts(left)).toEqual(['hello there', 'reply'])
  expect(left.view.get().messages[1]?.replyTo).toBe(message!.id)
  await left.setMine({ pinned: true })
  expect(hers.conversations.get().items).toMatchObject([{ pinned: true }])
  await expect(hers.api.me.get.query()).resolves.toMatchObject({ id: cara.userId })
})

test('[X1] [X2] [F2] what both write while the network goes again and again is there once, in one order', async () => {
  const node = await testNode(await testDatabaseUrl())
  const cable = await tcpProxy(node.url)
  const { hers, left, right } = await two(node, [cable.url, node.url])
  const written: string[] = []
  for (let index = 0; index < 60; index += 1) {
    written.push(`l ${index}`, `r ${index}`)
    left.send({ text: `l ${index}` })
    right.send({ text: `r ${index}` })
    await new Promise(resolve => setTimeout(resolve, 5))
    if (index % 15 === 5) cable.unplug()
    if (index % 15 !== 14) continue
    cable.plug()
    await eventually(() => hers.connection.get().state).toBe('online')
  }
  await eventually(() => texts(left).length).toBe(written.length)
  await eventually(() => texts(right)).toEqual(texts(left))
  expect([...texts(left)].sort()).toEqual([...written].sort())
  const ofLeft = texts(left).filter(text => text?.startsWith('l'))
  expect(ofLeft).toEqual(written.filter(text => text.startsWith('l')))
  expect(cable.made()).toBeGreaterThan(4)
})

test('[F2] a restarted server is found again, and brings what changed meanwhile', async () => {
  const database = await testDatabaseUrl()
  const first = await testNode(database)
  const cable = await tcpProxy(first.url)
  const { left, right } = await two(first, [cable.url, cable.url])
  left.send({ text: 'before' })
  await eventually(() => texts(right)).toEqual(['before'])
  cable.unplug()
  await first.stop()
  left.send({ text: 'meanwhile' })
  await eventually(() => left.view.get().outgoing[0]?.state.kind).toBe('waiting')
  const second = await testNode(database)
  cable.retarget(second.url)
  cable.plug()
  await eventually(() => texts(right)).toEqual(['before', 'meanwhile'])
  await eventually(() => left.view.get().outgoing).toEqual([])
})

test('[C8] a server that is drained is left without a gap', async () => {
  const database = await testDatabaseUrl()
  const [first, second] = [await testNode(database), await testNode(database)]
  const cable = await tcpProxy(first.url)
  const { hers, his, left, right } = await two(second, [cable.url, second.url])
  const states: string[] = []
  hers.connection.subscribe(() => states.push(hers.connection.get().state))
  // These nodes tell each other nothing: from the first one nobody of the second is seen.
  const seen: string[] = []
  const other = hers.presence(his.userId)
  onTestFinished(other.subscribe(() => seen.push(other.get().status)))
  await eventually(() => seen).toEqual(['offline'])
  cable.retarget(second.url)
  const stopped = first.stop()
  for (let index = 0; index < 20; index += 1) {
    left.send({ text: `text ${index}` })
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  await stopped
  await eventually(() => texts(right)).toHaveLength(20)
  expect(texts(right)).toEqual(Array.from({ length: 20 }, (_, index) => `text ${index}`))
  expect(states).toEqual([])
  await eventually(() => seen).toEqual(['offline', 'online'])
})

test('[B1] [B2] one looks at a message far back, and goes on from there to the newest', async () => {
  const node = await testNode(await testDatabaseUrl(), { MESSAGES_PER_MINUTE: '1000' })
  const { carl, hers, id, left, right } = await two(node)
  for (let index = 1; index <= 130; index += 1) {
    const content = { type: 'text' as const, text: `text ${index}` }
    await hers.api.chat.send.mutate({ conversationId: id, clientId: crypto.randomUUID(), content })
  }
  await eventually(() => texts(right)).toHaveLength(130)
  const late = (await online(device(node.url, carl))).conversation(id)
  late.watch()
  await late.lookAt(20)
  const seqs = () => late.view.get().messages.map(({ seq }) => seq)
  expect(late.view.get()).toMatchObject({ latest: false, status: 'ready', complete: true })
  expect(seqs()).toEqual(Array.from({ length: 50 }, (_, at) => at + 1))
  await left.edit(left.view.get().messages[19]!.id, 'edited')
  await eventually(() => texts(late)[19]).toBe('edited')
  await late.loadNewer()
  expect(late.view.get()).toMatchObject({ latest: true, complete: true })
  expect(texts(late)).toEqual(texts(left))
})

test('[W1] the draft of a conversation that one leaves goes with it', async () => {
  const node = await testNode(await testDatabaseUrl())
  const [cara, carl] = [someone('Cara', 'customer'), someone('Carl', 'contractor')]
  const [dora, storage] = [someone('Dora', 'contractor'), draftStorage()]
  const token = () => hostToken(cara)
  const hers = createClient({ url: node.url, userId: cara.userId, token, storage })
  onTestFinished(hers.close)
  for (const person of [carl, dora]) await online(device(node.url, person))
  await online(hers)
  const id = await hers.open({ participantIds: [carl.userId, dora.userId] })
  hers.composer(id).setText('half a thou')
  expect(storage.length).toBe(1)
  await hers.conversation(id).leave()
  expect(storage.length).toBe(0)
  expect(hers.composer(id).state.get().draft).toBe('')
})

test('[C5] a token that runs out on a living connection is followed by a fresh one', async () => {
  const node = await testNode(await testDatabaseUrl())
  const person = someone('Cara', 'customer')
  const asked: boolean[] = []
  const client = createClient({
    url: node.url,
    userId: person.userId,
    token({ fresh }) {
      asked.push(fresh)
      return hostToken(person, asked.length === 1 ? '2s' : '1h')
    },
  })
  onTestFinished(client.close)
  await online(client)
  await eventually(() => client.connection.get().state).not.toBe('online')
  await eventually(() => client.connection.get().state).toBe('online')
  expect(asked).toEqual([false, false])
})

test('[C5] tokens that are refused twice end the attempts', async () => {
  const node = await testNode(await testDatabaseUrl())
  const token = vi.fn(async ({ fresh }: { fresh: boolean }) => `nonsense ${fresh}`)
  const client = createClient({ url: node.url, userId: 'nobody', token })
  onTestFinished(client.close)
  await eventually(() => client.connection.get()).toEqual({
    state: 'refused',
    reason: 'UNAUTHENTICATED',
  })
  expect(token.mock.calls).toEqual([[{ fresh: false }], [{ fresh: true }]])
})

test('[C6] one connection too many is refused with its reason', async () => {
  const node = await testNode(await testDatabaseUrl(), { CONNECTIONS_PER_USER: '1' })
  const person = someone('Cara', 'customer')
  const first = await online(device(node.url, person))
  const second = device(node.url, person)
  await eventually(() => second.connection.get()).toEqual({
    state: 'refused',
    reason: 'TOO_MANY_CONNECTIONS',
  })
  first.close()
  await new Promise(resolve => setTimeout(resolve, 300))
  second.reconnectNow()
  await online(second)
})

test('[C7] a fresh token is taken on the living connection', async () => {
  const node = await testNode(await testDatabaseUrl())
  const person = someone('Cara', 'customer')
  const cable = await tcpProxy(node.url)
  const client = await online(device(cable.url, person, () => hostToken(person, '3s')))
  const token = await hostToken(person)
  const { expiresAt } = await client.api.me.renewToken.mutate({ token })
  expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now() + 3_000_000)
  await new Promise(resolve => setTimeout(resolve, 4000))
  expect(client.connection.get()).toEqual({ state: 'online', via: 'socket' })
  expect(cable.made()).toBe(1)
})

test('[C9] a closed client leaves no connection behind', async () => {
  const node = await testNode(await testDatabaseUrl())
  const cable = await tcpProxy(node.url)
  const client = await online(device(cable.url, someone('Cara', 'customer')))
  expect(cable.open()).toBe(1)
  client.close()
  await eventually(() => cable.open()).toBe(0)
  expect(cable.made()).toBe(1)
})
