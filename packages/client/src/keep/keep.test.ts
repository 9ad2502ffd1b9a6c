import { expect, test } from 'vitest'
import { Refused } from '../refused.ts'
import { createBrowser } from '../testing/browser.ts'
import { createWorld, type Peer } from '../testing/world.ts'

const hourMs = 3_600_000

async function atHome() {
  const world = createWorld()
  const { server, clock } = world
  const { id } = server.open('ann', { participantIds: ['bob'] })
  const browser = createBrowser(clock)
  let texts = 0
  const say = (by: string, to = id) => {
    texts += 1
    const content = { type: 'text' as const, text: `text ${texts}` }
    return server.send(by, { conversationId: to, clientId: `c${texts}`, content })
  }
  /** A tab of ann's; without a network while `offline`. */
  function visit({ offline = false } = {}) {
    const tab = browser.openTab()
    const ann = world.join('ann', { store: tab.store, tabs: tab.tabs })
    ann.transport.blocked = offline
    return { ...ann, crash: tab.crash }
  }
  const kept = () => browser.store.content().cache
  return { ...world, id, browser, say, visit, kept }
}

function shown(peer: Peer, id: string) {
  return peer
    .conversation(id)
    .view.get()
    .messages.map(({ content }) => content?.text)
}

function waits(peer: Peer, id: string) {
  return peer
    .conversation(id)
    .view.get()
    .outgoing.map(({ text, state }) => `${text} ${state.kind}`)
}

const calls = ({ transport }: Peer) => transport.log.map(({ call }) => call)

test('[K1] what was held is there after a reload without a network, and then only what changed is read', async () => {
  const { clock, server, id, say, visit } = await atHome()
  const quiet = server.open('ann', { participantIds: ['cem'] })
  say('bob')
  say('cem', quiet.id)
  const before = visit()
  before.conversation(id).watch()
  before.conversation(quiet.id).watch()
  await clock.advance(5000)
  before.close()

  const ann = visit({ offline: true })
  ann.conversation(id).watch()
  await clock.settle()
  expect(shown(ann, id)).toEqual(['text 1'])
  expect(ann.conversation(id).view.get().status).toBe('ready')
  expect(ann.conversations.get()).toMatchObject({ status: 'ready', hasMore: false })
  expect(
    ann.conversations
      .get()
      .items.map(item => item.id)
      .sort(),
  ).toEqual([id, quiet.id].sort())

  say('bob')
  server.edit('bob', { messageId: `${id}.1`, text: 'other' })
  ann.transport.blocked = false
  await clock.advance(15_000)
  expect(shown(ann, id)).toEqual(['other', 'text 3'])
  const reading = calls(ann).filter(call => !call.startsWith('mark'))
  expect(reading).toEqual(['changesSince'])
})

test('[K1] a day away costs one request for each changed conversation that is kept', async () => {
  const { clock, server, say, visit } = await atHome()
  const rooms = Array.from({ length: 12 }, (_, at) =>
    server.open('ann', { participantIds: [`friend ${at}`] }),
  )
  const before = visit()
  await clock.advance(5000)
  before.close()
  await clock.advance(24 * hourMs)
  for (const { id } of rooms.slice(0, 5))
    for (let index = 0; index < 20; index += 1)
      say(`friend ${rooms.findIndex(r => r.id === id)}`, id)
  const ann = visit()
  await clock.advance(15_000)
  const reading = calls(ann).filter(call => !call.startsWith('mark'))
  // Names may have changed in a day, so the list is read once; its page heals as well.
  expect(reading.filter(call => call === 'list')).toHaveLength(1)
  expect(reading.filter(call => call === 'get').length).toBeLessThanOrEqual(5)
  const unread = ann.conversations.get().items.filter(({ unreadCount }) => unreadCount === 20)
  expect(unread).toHaveLength(5)
})

test('[H7] when many have changed, one page of the list comes before asking one by one', async () => {
  const { clock, server, say, visit } = await atHome()
  const friends = Array.from({ length: 40 }, (_, at) => `friend ${at}`)
  const rooms = friends.map(friend => server.open('ann', { participantIds: [friend] }))
  const before = visit()
  await clock.advance(5000)
  before.close()
  for (const [at, { id }] of rooms.entries()) say(friends[at] ?? '', id)
  const ann = visit()
  await clock.advance(5000)
  const reading = calls(ann).filter(call => !call.startsWith('mark'))
  expect(reading).toEqual(['list'])
  const unread = ann.conversations.get().items.filter(({ unreadCount }) => unreadCount === 1)
  expect(unread).toHaveLength(40)
})

test('[K2] before the list was read nothing is kept, and afterwards the cursor with its rows', async () => {
  const { clock, id, say, visit, kept } = await atHome()
  const ann = visit()
  ann.transport.intercept = call => (call === 'list' ? new Refused('UNAVAILABLE') : undefined)
  await clock.advance(3000)
  expect(ann.connection.get().state).toBe('online')
  expect(kept()).toBeUndefined()
  ann.transport.intercept = undefined
  await clock.advance(20_000)
  expect(kept()?.conversations.map(({ replica }) => replica.id)).toEqual([id])
  const { cursor } = kept()?.head ?? {}
  say('bob')
  await clock.advance(1000)
  expect(kept()?.head.cursor).not.toBe(cursor)
  expect(kept()?.conversations[0]?.replica.lastSeq).toBe(1)
})

test('[K2] a conversation that the feed told of and that was not read is read after a reload', async () => {
  const { clock, server, visit, kept } = await atHome()
  const before = visit()
  await clock.advance(5000)
  before.transport.intercept = call => (call === 'get' ? new Refused('UNAVAILABLE') : undefined)
  const { id } = server.open('dan', { participantIds: ['ann'] })
  await clock.advance(2000)
  expect(kept()?.head.wanted).toEqual([id])
  before.crash()
  before.transport.cut()
  const ann = visit()
  await clock.advance(5000)
  expect(ann.conversations.get().items.map(item => item.id)).toContain(id)
})

test('[K3] only what was opened last keeps history, and of it the newest part', async () => {
  const { clock, server, say, visit, kept } = await atHome()
  const rooms = Array.from({ length: 33 }, (_, at) =>
    server.open('ann', { participantIds: [`friend ${at}`] }),
  )
  const [first, last] = [rooms[0]?.id ?? '', rooms.at(-1)?.id ?? '']
  for (const { id } of rooms) for (let index = 0; index < 3; index += 1) say('ann', id)
  for (let index = 0; index < 70; index += 1) say('ann', last)
  const ann = visit()
  await clock.advance(2000)
  for (const { id } of rooms) {
    const leave = ann.conversation(id).watch()
    await clock.advance(100)
    leave()
  }
  void ann.conversation(last).loadOlder()
  await clock.advance(2000)
  const messages = (id: string) =>
    kept()?.conversations.find(({ replica }) => replica.id === id)?.replica.messages.length
  expect(messages(first)).toBe(1)
  expect(messages(rooms[5]?.id ?? '')).toBe(3)
  expect(messages(last)).toBe(60)
})

test('[K5] where nothing can be kept everything goes on, and people are told', async () => {
  const { browser, clock, id, server, visit } = await atHome()
  browser.store.failure = new DOMException('no', 'QuotaExceededError')
  const ann = visit()
  await clock.advance(3000)
  ann.conversation(id).watch()
  ann.conversation(id).send({ text: 'still' })
  await clock.advance(3000)
  expect(ann.keeping.get()).toEqual({ state: 'memory', because: 'full' })
  expect(server.room(id)?.messages).toHaveLength(1)
  browser.store.failure = new Error('no storage')
  ann.transport.blocked = true
  ann.transport.cut()
  ann.conversation(id).send({ text: 'later' })
  await clock.settle()
  expect(ann.keeping.get()).toEqual({ state: 'memory', because: 'unavailable' })
  browser.store.failure = undefined
  await clock.advance(31_000)
  expect(ann.keeping.get()).toEqual({ state: 'kept' })
  expect(browser.store.content().outbox).toMatchObject([{ message: { text: 'later' } }])
})

test('[K5] when there is no room, the cache gives way to what somebody wrote', async () => {
  const { browser, clock, id, visit, kept } = await atHome()
  const ann = visit()
  await clock.advance(3000)
  expect(kept()).toBeDefined()
  ann.transport.blocked = true
  ann.transport.cut()
  const { write } = browser.store
  browser.store.write = async writing => {
    if (writing.outbox && kept()) throw new DOMException('full', 'QuotaExceededError')
    await write(writing)
  }
  ann.conversation(id).send({ text: 'kept' })
  await clock.settle()
  expect(kept()).toBeUndefined()
  expect(browser.store.content().outbox).toMatchObject([{ message: { text: 'kept' } }])
})

test('[K5] a store that does not answer keeps nobody waiting for long', async () => {
  const { browser, clock, id, visit } = await atHome()
  browser.store.read = () => new Promise(() => {})
  const ann = visit()
  await clock.advance(10_000)
  expect(ann.conversations.get().items.map(item => item.id)).toEqual([id])
})

test('[O8] what waits in a store that answers late is sent all the same, in its order', async () => {
  const { browser, clock, server, id, visit } = await atHome()
  const before = visit()
  await clock.advance(3000)
  before.transport.blocked = true
  before.transport.cut()
  for (const text of ['one', 'two', 'three']) before.conversation(id).send({ text })
  await clock.settle()
  before.crash()
  const { read } = browser.store
  browser.store.read = () => new Promise(answer => clock.after(3500, () => answer(read())))
  visit()
  await clock.advance(20_000)
  expect(server.room(id)?.messages.map(({ content }) => content?.text)).toEqual([
    'one',
    'two',
    'three',
  ])
})

test('[K6] after more than an hour names are read again, once and with the list', async () => {
  const { clock, server, id, visit } = await atHome()
  const before = visit()
  await clock.advance(3000)
  before.close()
  for (const row of server.room(id)?.participants ?? []) row.user = { ...row.user, name: 'New' }
  const soon = visit()
  await clock.advance(3000)
  expect(calls(soon)).not.toContain('list')
  soon.close()
  await clock.advance(2 * hourMs)
  const late = visit()
  await clock.advance(3000)
  expect(calls(late).filter(call => call === 'list')).toHaveLength(1)
})

test('[K7] forgetting leaves nothing, and what was on its way does not come back', async () => {
  const { browser, clock, id, visit } = await atHome()
  const ann = visit()
  await clock.advance(3000)
  ann.transport.blocked = true
  ann.transport.cut()
  ann.conversation(id).send({ text: 'gone' })
  await clock.settle()
  await ann.forget()
  await clock.advance(5000)
  expect(browser.store.content()).toEqual({ cache: undefined, outbox: [], damaged: false })
})

test('[K8] what was read without a network is reported after a reload', async () => {
  const { clock, server, id, say, visit } = await atHome()
  say('bob')
  const before = visit()
  before.conversation(id).watch()
  await clock.advance(3000)
  before.transport.blocked = true
  before.transport.cut()
  before.conversation(id).markRead(1)
  await clock.advance(1000)
  before.close()
  const ann = visit()
  await clock.settle()
  expect(ann.conversations.get().items[0]?.unreadCount).toBe(0)
  await clock.advance(5000)
  expect(server.get('ann', id).unreadCount).toBe(0)
})

test('[O8] what waits survives a crash and goes out in order, each once', async () => {
  const { clock, server, id, visit } = await atHome()
  const before = visit()
  await clock.advance(3000)
  before.transport.blocked = true
  before.transport.cut()
  for (const text of ['one', 'two', 'three']) before.conversation(id).send({ text })
  await clock.settle()
  before.crash()
  await clock.advance(24 * hourMs)
  const ann = visit({ offline: true })
  await clock.settle()
  expect(waits(ann, id)).toEqual(['one waiting', 'two waiting', 'three waiting'])
  expect(ann.outbox.get()).toEqual({ waiting: 3, failed: 0 })
  ann.transport.blocked = false
  await clock.advance(20_000)
  expect(server.room(id)?.messages.map(({ content }) => content?.text)).toEqual([
    'one',
    'two',
    'three',
  ])
  expect(waits(ann, id)).toEqual([])
  expect(ann.outbox.get()).toEqual({ waiting: 0, failed: 0 })
})

test('[O8] [K9] what was sent in the very moment of a crash is there all the same, once', async () => {
  const { browser, clock, server, id, visit } = await atHome()
  const before = visit()
  await clock.advance(3000)
  before.transport.blocked = true
  before.transport.cut()
  before.conversation(id).send({ text: 'one' })
  await clock.settle()
  before.conversation(id).send({ text: 'two' })
  before.crash()
  const ann = visit({ offline: true })
  await clock.settle()
  expect(waits(ann, id)).toEqual(['one waiting', 'two waiting'])
  ann.transport.blocked = false
  await clock.advance(20_000)
  expect(server.room(id)?.messages.map(({ content }) => content?.text)).toEqual(['one', 'two'])
  expect(waits(ann, id)).toEqual([])
  expect(browser.store.content().outbox).toEqual([])
})

test('[K5] [K9] what is noted beside a store that cannot be read or written is shown and sent, once', async () => {
  const { browser, clock, server, id, visit } = await atHome()
  browser.store.read = () => Promise.reject(new Error('no storage'))
  browser.store.failure = new Error('no storage')
  const before = visit({ offline: true })
  await clock.settle()
  before.conversation(id).send({ text: 'noted' })
  await clock.settle()
  before.crash()
  const ann = visit({ offline: true })
  await clock.settle()
  expect(waits(ann, id)).toEqual(['noted waiting'])
  ann.transport.blocked = false
  await clock.advance(20_000)
  expect(server.room(id)?.messages).toHaveLength(1)
  expect(browser.store.noted()).toEqual([])
})

test('[O8] a message that was stored without its acknowledgement is not shown twice after a crash', async () => {
  const { clock, network, server, id, visit } = await atHome()
  const before = visit()
  before.conversation(id).watch()
  await clock.advance(3000)
  Object.assign(network.weather, { answerLost: 1, publicationLost: 1 })
  before.conversation(id).send({ text: 'once' })
  await clock.advance(1)
  before.crash()
  before.transport.cut()
  Object.assign(network.weather, { answerLost: 0, publicationLost: 0 })
  expect(server.room(id)?.messages).toHaveLength(1)
  const ann = visit()
  ann.conversation(id).watch()
  ann.conversation(id).view.subscribe(() => {
    expect(shown(ann, id).length + waits(ann, id).length).toBeLessThanOrEqual(1)
  })
  await clock.advance(5000)
  expect(shown(ann, id)).toEqual(['once'])
  expect(waits(ann, id)).toEqual([])
  expect(server.room(id)?.messages).toHaveLength(1)
})

test('[O7] every tab shows what waits; the one in which was written last sends it, once', async () => {
  const { clock, server, id, visit } = await atHome()
  const [first, second] = [visit(), visit()]
  await clock.advance(3000)
  for (const { transport } of [first, second]) {
    transport.blocked = true
    transport.cut()
  }
  first.conversation(id).send({ text: 'one' })
  await clock.advance(10)
  second.conversation(id).send({ text: 'two' })
  await clock.advance(10)
  for (const tab of [first, second]) expect(waits(tab, id)).toEqual(['one waiting', 'two waiting'])
  second.transport.blocked = false
  await clock.advance(20_000)
  expect(server.room(id)?.messages.map(({ content }) => content?.text)).toEqual(['one', 'two'])
  first.transport.blocked = false
  await clock.advance(20_000)
  for (const tab of [first, second]) expect(waits(tab, id)).toEqual([])
  const sends = [first, second].map(tab => calls(tab).filter(call => call === 'send').length)
  expect(sends).toEqual([0, 2])
})

test('[O7] a tab that crashes leaves what it was sending to the next one', async () => {
  const { clock, network, server, id, visit } = await atHome()
  const first = visit()
  await clock.advance(3000)
  const second = visit()
  await clock.advance(3000)
  network.weather.requestLost = 1
  first.conversation(id).send({ text: 'one' })
  await clock.advance(10)
  expect(waits(second, id)).toEqual(['one sending'])
  first.crash()
  first.transport.blocked = true
  first.transport.cut()
  network.weather.requestLost = 0
  await clock.advance(5000)
  expect(server.room(id)?.messages).toHaveLength(1)
  expect(waits(second, id)).toEqual([])
})

test('[O7] what is discarded in one tab is discarded in all, and stays so', async () => {
  const { browser, clock, id, visit } = await atHome()
  const [first, second] = [visit(), visit()]
  await clock.advance(3000)
  first.conversation(id).send({ text: 'refuse me' })
  await clock.advance(1000)
  expect(waits(second, id)).toEqual(['refuse me failed'])
  second.conversation(id).discard(second.conversation(id).view.get().outgoing[0]?.clientId ?? '')
  await clock.advance(10)
  expect(waits(first, id)).toEqual([])
  expect(browser.store.content().outbox).toEqual([])
})

test('[O9] the outbox keeps to the limit of the server, and a refusal makes all of it wait', async () => {
  const { clock, server, id, visit } = await atHome()
  const other = server.open('ann', { participantIds: ['cem'] })
  server.messagesPerMinute = 10
  const ann = visit()
  await clock.advance(3000)
  for (let index = 0; index < 30; index += 1) ann.conversation(id).send({ text: `text ${index}` })
  const stored = () => server.room(id)?.messages.length
  await clock.advance(50_000)
  expect(stored()).toBe(10)
  await clock.advance(15_000)
  expect(stored()).toBe(20)
  await clock.advance(70_000)
  expect(stored()).toBe(30)

  await clock.advance(120_000)
  let sent = 0
  ann.transport.intercept = call => {
    if (call !== 'send') return undefined
    sent += 1
    return new Refused('RATE_LIMITED', '', { retryAfterMs: 20_000 })
  }
  ann.conversation(id).send({ text: 'refused' })
  await clock.advance(10)
  ann.conversation(other.id).send({ text: 'elsewhere' })
  await clock.advance(15_000)
  expect(sent).toBe(1)
  ann.transport.intercept = undefined
  await clock.advance(15_000)
  expect(ann.outbox.get()).toEqual({ waiting: 0, failed: 0 })
})

test('[O5] everything that failed is sent again at once', async () => {
  const { clock, server, id, visit } = await atHome()
  const other = server.open('ann', { participantIds: ['cem'] })
  const ann = visit()
  await clock.advance(3000)
  ann.transport.intercept = call => (call === 'send' ? new Refused('FORBIDDEN') : undefined)
  for (const room of [id, id, other.id]) ann.conversation(room).send({ text: 'again' })
  await clock.advance(3000)
  expect(ann.outbox.get()).toEqual({ waiting: 0, failed: 3 })
  ann.transport.intercept = undefined
  ann.conversation(id).retryAll()
  await clock.advance(1000)
  expect(ann.outbox.get()).toEqual({ waiting: 0, failed: 1 })
  ann.sendAllAgain()
  await clock.advance(1000)
  expect(ann.outbox.get()).toEqual({ waiting: 0, failed: 0 })
})
