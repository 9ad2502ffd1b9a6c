/** What it costs to come back, counted over the wire of a real server. */
import { hostToken, someone, testDatabaseUrl, testNode } from '@parley/server/testing'
import { expect, onTestFinished, test } from 'vitest'
import { type Client, createClient, type Parts } from './client.ts'
import { eventually } from './testing/eventually.ts'
import { tcpProxy } from './testing/tcpProxy.ts'
import type { Calls, Transport } from './transport.ts'

/** Six clients come up for each test. */
const timeout = 90_000

type Person = ReturnType<typeof someone>

/** Which calls went out, `changesSince 1234`, and what a feed was asked to continue from. */
interface Wire {
  calls: string[]
  calledAt: number
  cursors: string[]
  parts: Parts
  /** What is asked for instead of the client's own cursor. */
  forge: (cursor: string) => string
}

function counted(): Wire {
  const wire: Wire = { calls: [], calledAt: 0, cursors: [], forge: cursor => cursor, parts: {} }
  wire.parts.transport = (usual: Transport) => ({
    ...usual,
    calls: new Proxy(usual.calls, {
      get(calls, name: keyof Calls) {
        const call = calls[name]
        return (input: { conversationId?: string }) => {
          wire.calledAt = performance.now()
          wire.calls.push(`${name} ${input?.conversationId ?? ''}`.trim())
          return Reflect.apply(call, calls, [input])
        }
      },
    }),
    changes(cursor, listener) {
      const asked = cursor === undefined ? undefined : wire.forge(cursor)
      if (asked !== undefined) wire.cursors.push(asked)
      return usual.changes(asked, listener)
    },
  })
  return wire
}

/** All that is not a report. */
const reading = ({ calls }: Wire) => calls.filter(call => !call.startsWith('mark'))

async function online(url: string, person: Person, parts: Parts = {}): Promise<Client> {
  const token = () => hostToken(person)
  const client = createClient({ url, userId: person.userId, token }, parts)
  onTestFinished(client.close)
  await eventually(() => client.connection.get().state).toBe('online')
  await eventually(() => client.conversations.get().status).toBe('ready')
  return client
}

/** A customer behind a cable, who talks with five contractors and has two of them open. */
async function atHome() {
  const database = await testDatabaseUrl()
  const node = await testNode(database)
  const cable = await tcpProxy(node.url)
  const cara = someone('Cara', 'customer')
  const wire = counted()
  const client = await online(cable.url, cara, wire.parts)
  const rooms = await Promise.all(
    [0, 1, 2, 3, 4].map(async () => {
      const carl = someone('Carl', 'contractor')
      const other = await online(node.url, carl)
      const id = await other.open({ participantIds: [cara.userId] })
      return { id, other: await shown(other, id), away: other }
    }),
  )
  await eventually(() => client.conversations.get().items).toHaveLength(5)
  for (const { other } of rooms) {
    other.send({ text: 'one' })
    other.send({ text: 'two' })
    other.send({ text: 'three' })
  }
  const [first, second] = await Promise.all(rooms.slice(0, 2).map(({ id }) => shown(client, id)))
  for (const handle of [first!, second!])
    await eventually(() => texts(handle)).toEqual(['one', 'two', 'three'])
  const listed = () => client.conversations.get().items.map(({ unreadCount }) => unreadCount)
  await eventually(listed).toEqual([3, 3, 3, 3, 3])
  await settledPositions(client, 3)
  // Gaps are closed by now, if there were any.
  await eventually(() => performance.now() - wire.calledAt).toBeGreaterThan(1000)
  return { database, node, cable, cara, client, wire, rooms, first: first!, second: second! }
}

/** An attempt that was begun without a network may take its whole time to be given up. */
const afterReturn = <T>(read: () => T) => expect.poll(read, { timeout: 45_000 })

type Handle = ReturnType<Client['conversation']>

async function shown(client: Client, id: string): Promise<Handle> {
  const handle = client.conversation(id)
  handle.watch()
  await eventually(() => handle.view.get().status).toBe('ready')
  return handle
}

function texts({ view }: Handle): (string | undefined)[] {
  return view.get().messages.map(({ content }) => content?.text)
}

/** Nothing is on its way any more: what arrived is known to have arrived. */
async function settledPositions(client: Client, seq: number): Promise<void> {
  const delivered = () =>
    client.conversations
      .get()
      .items.map(
        ({ participants }) =>
          participants.find(({ userId }) => userId === client.userId)?.deliveredSeq,
      )
  await eventually(delivered).toEqual([seq, seq, seq, seq, seq])
}

async function changeMuch(other: Handle): Promise<void> {
  for (let count = 0; count < 20; count += 1) other.send({ text: `more ${count}` })
  await eventually(() => other.view.get().outgoing).toEqual([])
  const [one, two, three] = other.view.get().messages
  await other.edit(one!.id, 'one, edited')
  await other.react(three!.id, '👍', true)
  await other.remove(two!.id)
}

const afterwards = [
  'one, edited',
  undefined,
  'three',
  ...Array.from({ length: 20 }, (_, at) => `more ${at}`),
]

test('[F2] coming back costs one request for each changed conversation that is open', {
  timeout,
}, async () => {
  const { cable, client, wire, rooms, first, second } = await atHome()
  cable.unplug()
  await eventually(() => client.connection.get().state).not.toBe('online')
  await Promise.all([rooms[0]!, rooms[2]!].map(({ other }) => changeMuch(other)))
  wire.calls.length = 0
  cable.plug()
  client.reconnectNow()
  await afterReturn(() => texts(first)).toEqual(afterwards)
  expect(first.view.get().messages[2]?.reactions).toHaveLength(1)
  expect(texts(second)).toEqual(['one', 'two', 'three'])
  const unread = (id: string) =>
    client.conversations.get().items.find(item => item.id === id)?.unreadCount
  await eventually(() => rooms.map(({ id }) => unread(id))).toEqual([22, 3, 22, 3, 3])
  // What is not open costs a look at its newest message.
  expect(reading(wire).sort()).toEqual(
    [`changesSince ${rooms[0]!.id}`, `get ${rooms[2]!.id}`].sort(),
  )
})

test('[F2] so does a restart of the server', { timeout }, async () => {
  const { database, node, cable, client, wire, rooms, first } = await atHome()
  cable.unplug()
  await node.stop()
  const second = await testNode(database)
  const [room] = rooms
  const again = await online(second.url, {
    userId: room!.away.userId,
    name: 'Carl',
    role: 'contractor',
  })
  await changeMuch(await shown(again, room!.id))
  wire.calls.length = 0
  cable.retarget(second.url)
  cable.plug()
  client.reconnectNow()
  await afterReturn(() => texts(first)).toEqual(afterwards)
  await eventually(() => client.connection.get().state).toBe('online')
  expect(reading(wire)).toEqual([`changesSince ${room!.id}`])
})

const forged: Record<string, (own: string, strangers: string) => string> = {
  'from the future': own => own.replace(/^\d+/, '99999999999'),
  'another person’s': (_, strangers) => strangers,
  'of another database': own => own.replace(/\.[\w-]+/, `.${crypto.randomUUID()}`),
  nonsense: () => "'; drop table messages; --",
  'too long': own => own.repeat(9),
}

test('[D11] with a cursor that says nothing here one’s own come back, and nothing else', {
  timeout,
}, async () => {
  const { cable, node, client, wire, rooms, first, second } = await atHome()
  const items = () => client.conversations.get().items
  const unread = () => rooms.map(room => items().find(({ id }) => id === room.id)?.unreadCount)
  let count = 3
  for (const [kind, forge] of Object.entries(forged)) {
    cable.unplug()
    await eventually(() => client.connection.get().state).not.toBe('online')
    for (const { other } of [rooms[0]!, rooms[2]!]) {
      other.send({ text: kind })
      await other.edit(other.view.get().messages[0]!.id, `not ${kind}`)
      await eventually(() => other.view.get().outgoing).toEqual([])
    }
    count += 1
    const strangers = await cursorOfSomebodyElse(node.url)
    wire.forge = own => forge(own, strangers)
    wire.cursors.length = 0
    cable.plug()
    client.reconnectNow()
    await afterReturn(() => texts(first).at(-1)).toBe(kind)
    await eventually(() => texts(first)[0]).toBe(`not ${kind}`)
    await eventually(unread).toEqual([count, 3, count, 3, 3])
    expect(wire.cursors.length).toBeGreaterThan(0)
    expect(texts(first)).toHaveLength(count)
    expect(texts(second)).toEqual(['one', 'two', 'three'])
    expect(items()).toHaveLength(5)
    wire.forge = own => own
  }
})

/** Somebody talks with somebody else and goes on: their cursor is newer than what was missed. */
async function cursorOfSomebodyElse(url: string): Promise<string> {
  const wire = counted()
  const cable = await tcpProxy(url)
  const dora = await online(cable.url, someone('Dora', 'customer'), wire.parts)
  const emil = someone('Emil', 'contractor')
  await online(url, emil)
  await shown(dora, await dora.open({ participantIds: [emil.userId] }))
  cable.unplug()
  await eventually(() => dora.connection.get().state).not.toBe('online')
  cable.plug()
  dora.reconnectNow()
  await afterReturn(() => wire.cursors).toHaveLength(1)
  return wire.cursors[0]!
}
