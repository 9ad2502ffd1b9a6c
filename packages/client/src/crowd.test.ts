import { describe, expect, test } from 'vitest'
import { Refused } from './refused.ts'
import { createBrowser } from './testing/browser.ts'
import { broadcastTo, customers, faultsOf, times } from './testing/crowd.ts'
import { createWorld, type Peer, type World } from './testing/world.ts'

const pageSize = 50

async function contractor(earlier = 120, parts: Parameters<World['join']>[1] = {}) {
  const world = createWorld()
  const { server, clock } = world
  for (const name of customers(earlier)) {
    server.open('ann', { participantIds: [`earlier ${name}`] })
    await clock.advance(1)
  }
  const ann = world.join('ann', parts)
  await clock.advance(2000)
  ann.transport.log.length = 0
  return { ...world, ann }
}

async function scrollToEnd({ clock }: Pick<World, 'clock'>, peer: Peer): Promise<void> {
  while (peer.conversations.get().hasMore) {
    void peer.loadMore()
    await clock.advance(50)
  }
  while (peer.archived.get().hasMore) {
    void peer.loadMoreArchived()
    await clock.advance(50)
  }
}

describe('a broadcast makes thousands of conversations', () => {
  test('[H9] a page of the list each second brings the newest, and nothing is asked for one by one', async () => {
    const world = await contractor()
    const { ann, clock } = world
    await broadcastTo(world, 'ann', customers(2000))
    await clock.advance(3000)
    expect(faultsOf(world, ann)).toMatchObject({ faults: [] })
    expect(times(ann, 'list')).toBeLessThanOrEqual(5)
    expect(times(ann, 'get')).toBeLessThanOrEqual(8 + 64)
    expect(times(ann, 'changesSince')).toBe(0)
    const calls = ann.transport.log.length
    await clock.advance(60_000)
    expect(ann.transport.log).toHaveLength(calls)
  })

  test('[H10] scrolling brings all the others, each once and in its place', async () => {
    const world = await contractor()
    const { ann, clock } = world
    await broadcastTo(world, 'ann', customers(600))
    await clock.advance(3000)
    let before = faultsOf(world, ann).shown
    while (ann.conversations.get().hasMore) {
      void ann.loadMore()
      await clock.advance(50)
      const { faults, shown } = faultsOf(world, ann)
      expect(faults).toEqual([])
      expect(shown).toBeGreaterThan(before)
      before = shown
    }
    expect(before).toBe(720)
  })

  test('[H9] what happens later in one that was left brings it up by itself', async () => {
    const world = await contractor()
    const { ann, clock, server } = world
    const [first = ''] = customers(1)
    await broadcastTo(world, 'ann', customers(600))
    await clock.advance(3000)
    const { id } = server.open('ann', { participantIds: [first] })
    expect(ann.conversations.get().items.map(item => item.id)).not.toContain(id)
    ann.transport.log.length = 0
    const content = { type: 'text' as const, text: 'Yes, please.' }
    server.send(first, { conversationId: id, clientId: 'answer', content })
    await clock.advance(100)
    expect(ann.conversations.get().items[0]).toMatchObject({ id, unreadCount: 1 })
    expect(times(ann, 'list')).toBe(0)
    expect(faultsOf(world, ann).faults).toEqual([])
  })

  test('[H9] positions of people in what was left bring no reading of each', async () => {
    const world = await contractor()
    const { ann, clock, server } = world
    const people = customers(1000)
    await broadcastTo(world, 'ann', people)
    await clock.advance(3000)
    ann.transport.log.length = 0
    for (const [at, name] of people.entries()) {
      const { id } = server.open('ann', { participantIds: [name] })
      server.markDelivered(name, id, 1)
      if (at % 50 === 49) await clock.advance(100)
    }
    await clock.advance(3000)
    expect(times(ann, 'list')).toBeLessThanOrEqual(5)
    expect(times(ann, 'get')).toBeLessThanOrEqual(8 + 64)
    expect(faultsOf(world, ann).faults).toEqual([])
    const [newest] = ann.conversations.get().items
    expect(newest?.others[0]).toMatchObject({ deliveredSeq: 1 })
  })

  test('[H9] what is on the screen is read in any case, and so is what waits to be sent', async () => {
    const world = await contractor()
    const { ann, clock, server } = world
    const names = customers(600)
    const rooms = ['one', 'two'].map(name => server.open('bob', { participantIds: [name] }).id)
    const [watched = '', written = ''] = rooms
    ann.conversation(watched).watch()
    ann.conversation(written).send({ text: 'Hello' })
    await clock.advance(100)
    for (const id of rooms)
      server.addPeople('bob', {
        conversationId: id,
        userIds: ['ann', 'cem'],
        withHistory: false,
        key: id,
      })
    const made = server.rooms().filter(({ id }) => !rooms.includes(id))
    expect(made.length).toBeGreaterThan(0)
    await broadcastTo(world, 'ann', names)
    const { id } = server.open('ann', { participantIds: [names[0] ?? ''] })
    const handle = ann.conversation(id)
    handle.watch()
    await clock.advance(3000)
    expect(handle.view.get()).toMatchObject({ status: 'ready', messages: [{ bulk: true }] })
    expect(faultsOf(world, ann).faults).toEqual([])
  })

  test('[H9] what came while the device was away costs one page, and what was scrolled to is not asked for', async () => {
    const world = await contractor(400)
    const { ann, clock, server } = world
    await scrollToEnd(world, ann)
    ann.transport.blocked = true
    ann.transport.cut()
    const earlier = customers(400).map(name => `earlier ${name}`)
    server.broadcast('ann', [...earlier, ...customers(400)], 'To all of you')
    await clock.advance(1000)
    ann.transport.blocked = false
    ann.transport.log.length = 0
    await clock.advance(20_000)
    expect(times(ann, 'list')).toBeLessThanOrEqual(2)
    expect(times(ann, 'get')).toBeLessThanOrEqual(8)
    expect(faultsOf(world, ann)).toMatchObject({ faults: [] })
    await scrollToEnd(world, ann)
    expect(faultsOf(world, ann)).toEqual({ faults: [], shown: 800 })
  })

  test('[H3] a list that cannot be read leaves nobody out', async () => {
    const world = await contractor()
    const { ann, clock } = world
    ann.transport.intercept = call => (call === 'list' ? new Refused('FORBIDDEN') : undefined)
    await broadcastTo(world, 'ann', customers(100))
    await clock.advance(10_000)
    expect(times(ann, 'get')).toBe(100)
    expect(ann.conversations.get().items).toHaveLength(pageSize + 100)
  })

  test('[K2] [H10] a reload in the middle goes on as if there had been none', async () => {
    const world = await contractor()
    const { clock } = world
    world.ann.close()
    const browser = createBrowser(clock)
    const visit = () => {
      const tab = browser.openTab()
      return { ...world.join('ann', { store: tab.store, tabs: tab.tabs }), crash: tab.crash }
    }
    let ann = visit()
    await clock.advance(2000)
    let chunks = 0
    await broadcastTo(world, 'ann', customers(1500), () => {
      chunks += 1
      if (chunks % 6 !== 0) return
      ann.crash()
      ann.transport.cut()
      ann = visit()
    })
    await clock.advance(5000)
    expect(faultsOf(world, ann)).toMatchObject({ faults: [] })
    ann.crash()
    ann.transport.cut()
    ann = visit()
    ann.transport.blocked = true
    await clock.settle()
    expect(faultsOf(world, ann)).toMatchObject({ faults: [] })
    expect(ann.conversations.get().hasMore).toBe(true)
    ann.transport.blocked = false
    await clock.advance(15_000)
    await scrollToEnd(world, ann)
    expect(faultsOf(world, ann)).toEqual({ faults: [], shown: 1620 })
  })
})

const runs = Number(process.env.CROWD_RUNS ?? 25)
const first = Number(process.env.CROWD_SEED ?? 1)

/** Answers, positions, pins and scrolling meet a broadcast over a network that drops and reorders. */
async function randomly(seed: number): Promise<string[]> {
  const world = createWorld(seed)
  const { server, clock, random, network } = world
  const some = (most: number) => Math.floor(random() * most)
  for (let at = some(130); at > 0; at -= 1) {
    const { id } = server.open('ann', { participantIds: [`earlier ${at}`] })
    if (random() < 0.4) server.setMine('ann', { conversationId: id, archived: true })
    await clock.advance(1)
  }
  const browser = random() < 0.5 ? createBrowser(clock) : undefined
  const visit = () => {
    const tab = browser?.openTab()
    const ann = world.join('ann', { store: tab?.store, tabs: tab?.tabs })
    ann.archived.subscribe(() => {})
    return { ...ann, crash: tab?.crash }
  }
  let ann = visit()
  await clock.advance(2000)
  let answers = 0
  function disturb(): void {
    const rooms = server.rooms()
    for (let times = some(20); times > 0; times -= 1) {
      const room = rooms[some(rooms.length)]
      const other = room?.participants.find(({ userId }) => userId !== 'ann')?.userId
      if (!room || !other) continue
      const dice = random()
      answers += 1
      const content = { type: 'text' as const, text: `answer ${answers}` }
      if (dice < 0.3)
        server.send(other, { conversationId: room.id, clientId: `a${answers}`, content })
      else if (dice < 0.6) server.markRead(other, room.id, 1)
      else if (dice < 0.65) server.setMine('ann', { conversationId: room.id, archived: true })
      else if (dice < 0.7) server.setMine('ann', { conversationId: room.id, archived: false })
      else if (dice < 0.72) server.setMine('ann', { conversationId: room.id, pinned: true })
      else if (dice < 0.8) ann.conversation(room.id).markRead(1)
    }
    if (random() < 0.2) void ann.loadMore()
    if (random() < 0.1) void ann.loadMoreArchived()
    if (random() < 0.1) ann.transport.cut()
    if (browser && random() < 0.05) {
      ann.crash?.()
      ann.transport.cut()
      ann = visit()
    }
  }
  Object.assign(network.weather, {
    delayMs: some(400),
    publicationLost: random() * 0.3,
    answerLost: random() * 0.1,
  })
  const names = customers(100 + some(500))
  await broadcastTo(world, 'ann', names, disturb)
  if (random() < 0.5) await broadcastTo(world, 'ann', names.slice(0, some(300)), disturb)
  Object.assign(network.weather, { delayMs: 0, publicationLost: 0, answerLost: 0 })
  await clock.advance(60_000)
  const faults = () => [faultsOf(world, ann), faultsOf(world, ann, true)].flatMap(of => of.faults)
  const before = faults()
  await scrollToEnd(world, ann)
  await clock.advance(3000)
  return [...before, ...faults()]
}

test(`[H9] [H10] [L3] ${runs} times whatever meets a broadcast, the list and the archive end as the server's`, async () => {
  for (let seed = first; seed < first + runs; seed += 1)
    expect(await randomly(seed), `seed ${seed}`).toEqual([])
}, 600_000)
