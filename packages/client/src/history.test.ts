import { expect, test } from 'vitest'
import { Refused } from './refused.ts'
import { createBrowser } from './testing/browser.ts'
import { createWorld, type Parts, type Peer } from './testing/world.ts'

const sizes = { page: 10, unwatched: 20 }

/** Ann looks at a conversation of a hundred messages. */
async function joined(parts: Parts = {}) {
  const world = createWorld(1, { sizes, ...parts })
  const { server, clock } = world
  const { id } = server.open('ann', { participantIds: ['bob'] })
  let sent = 0
  const say = (times: number) => {
    for (let index = 0; index < times; index += 1) {
      sent += 1
      const content = { type: 'text' as const, text: `text ${sent}` }
      server.send('bob', { conversationId: id, clientId: `c${sent}`, content })
    }
  }
  say(100)
  const ann = world.join('ann')
  const handle = ann.conversation(id)
  const leave = handle.watch()
  await clock.advance(3000)
  return { ...world, id, ann, handle, leave, say }
}

type Joined = Awaited<ReturnType<typeof joined>>

/** What is shown, as its first and its last message; nothing when there is a hole in it. */
function shown({ handle }: Pick<Joined, 'handle'>): [number, number] | undefined {
  const seqs = handle.view.get().messages.map(({ seq }) => seq)
  const [first = 0] = seqs
  return seqs.every((seq, at) => seq === first + at) ? [first, first + seqs.length - 1] : undefined
}

function times({ transport }: Peer): number {
  return transport.log.filter(({ call }) => call === 'history').length
}

test('[B1] a message far back is shown with those around it, which one page brings', async () => {
  const world = await joined()
  const { ann, clock, handle } = world
  expect(shown(world)).toEqual([91, 100])
  const before = times(ann)
  const looked = handle.lookAt(40)
  expect(handle.view.get()).toMatchObject({ lookingFor: 40, latest: true })
  await clock.advance(100)
  await looked
  expect(shown(world)).toEqual([35, 44])
  expect(handle.view.get()).toMatchObject({ latest: false, complete: false, lookingFor: undefined })
  expect(
    handle.view
      .get()
      .tail.map(({ seq }) => seq)
      .at(-1),
  ).toBe(100)
  await handle.lookAt(44)
  await handle.lookAt(95)
  expect(shown(world)).toEqual([91, 100])
  expect(handle.view.get().tail).toBe(handle.view.get().messages)
  await handle.lookAt(36)
  expect(shown(world)).toEqual([35, 44])
  expect(times(ann)).toBe(before + 1)
})

test('[B1] where a message does not exist those nearest to it are shown', async () => {
  const world = await joined()
  const { ann, clock, handle } = world
  const at = async (seq: number) => {
    const looked = handle.lookAt(seq)
    await clock.advance(100)
    await looked
    return shown(world)
  }
  for (const seq of [0, -7, 0.5, 1, Number.NEGATIVE_INFINITY])
    expect(await at(seq)).toEqual([1, 10])
  expect(handle.view.get().complete).toBe(true)
  expect(times(ann)).toBe(2)
  for (const seq of [101, 3_000_000_000, Number.POSITIVE_INFINITY, Number.NaN])
    expect(await at(seq)).toEqual([91, 100])
  expect(times(ann)).toBe(2)
})

test('[B2] what is shown grows in both directions until it meets the newest messages', async () => {
  const world = await joined()
  const { clock, handle } = world
  const done = async (load: Promise<void>) => {
    await clock.advance(100)
    await load
    return shown(world)
  }
  await done(handle.lookAt(70))
  expect(await done(handle.loadOlder())).toEqual([55, 74])
  expect(await done(handle.loadNewer())).toEqual([55, 84])
  expect(handle.view.get()).toMatchObject({ latest: false })
  expect(await done(handle.loadNewer())).toEqual([55, 100])
  expect(handle.view.get()).toMatchObject({ latest: true, complete: false })
  expect(handle.view.get().tail).toBe(handle.view.get().messages)
  expect(await done(handle.loadNewer())).toEqual([55, 100])
  expect(await done(handle.loadOlder())).toEqual([45, 100])
})

test('[B2] the newest messages may grow to meet it as well', async () => {
  const world = await joined()
  const { clock, handle } = world
  const looked = handle.lookAt(80)
  await clock.advance(100)
  await looked
  handle.lookAtLatest()
  expect(shown(world)).toEqual([91, 100])
  handle.loadOlder()
  await clock.advance(100)
  expect(shown(world)).toEqual([75, 100])
  await handle.lookAt(76)
  expect(shown(world)).toEqual([75, 100])
})

test('[B3] one load at a time: what is looked for last is shown, and what was asked for before is void', async () => {
  const world = await joined()
  const { ann, clock, network, handle } = world
  network.weather.delayMs = 1000
  const first = handle.lookAt(20)
  await clock.advance(10)
  const older = handle.loadOlder()
  const second = handle.lookAt(60)
  expect(handle.view.get()).toMatchObject({ lookingFor: 60, loadingOlder: false })
  await clock.advance(5000)
  await Promise.all([first, older, second])
  expect(shown(world)).toEqual([55, 64])
  expect(times(ann)).toBe(3)

  const third = handle.lookAt(20)
  expect(shown(world)).toEqual([55, 64])
  handle.lookAtLatest()
  await clock.advance(5000)
  await third
  expect(shown(world)).toEqual([91, 100])
  expect(handle.view.get().lookingFor).toBeUndefined()

  const fourth = handle.loadOlder()
  handle.lookAt(97)
  await clock.advance(5000)
  await fourth
  expect(shown(world)).toEqual([81, 100])
})

test('[B4] without a connection it waits and says so, and goes on by itself', async () => {
  const world = await joined()
  const { ann, clock, handle } = world
  ann.transport.blocked = true
  ann.transport.cut()
  await clock.advance(1000)
  const looked = handle.lookAt(40)
  await clock.advance(30_000)
  expect(handle.view.get()).toMatchObject({ lookingFor: 40, latest: true })
  ann.transport.blocked = false
  await clock.advance(20_000)
  await looked
  expect(shown(world)).toEqual([35, 44])
  ann.transport.blocked = true
  ann.transport.cut()
  const newer = handle.loadNewer()
  expect(handle.view.get()).toMatchObject({ loadingNewer: true, loadingOlder: false })
  ann.transport.blocked = false
  await clock.advance(20_000)
  await newer
  expect(shown(world)).toEqual([35, 54])
})

test('[B4] a refusal rejects and leaves what is shown; what is gone is missing', async () => {
  const world = await joined()
  const { ann, clock, handle } = world
  let reason: 'INVALID_INPUT' | 'NOT_FOUND' = 'INVALID_INPUT'
  ann.transport.intercept = call => (call === 'history' ? new Refused(reason) : undefined)
  const refused = async (act: () => Promise<void>) => {
    const outcome = expect(act()).rejects.toMatchObject({ reason })
    await clock.advance(100)
    await outcome
  }
  await refused(() => handle.lookAt(40))
  expect(shown(world)).toEqual([91, 100])
  expect(handle.view.get()).toMatchObject({ status: 'ready', lookingFor: undefined })
  await refused(() => handle.loadOlder())
  reason = 'NOT_FOUND'
  await refused(() => handle.lookAt(40))
  expect(handle.view.get().status).toBe('missing')
})

test('[B4] what is looked for before anything is loaded is shown after the newest page, or refused with it', async () => {
  const { server, clock, id } = await joined()
  const world = createWorld(2, { sizes })
  world.server.restore(server.copy())
  const late = world.join('ann').conversation(id)
  late.watch()
  const looked = late.lookAt(40)
  expect(late.view.get()).toMatchObject({ status: 'loading', lookingFor: 40 })
  await world.clock.advance(3000)
  await looked
  expect(shown({ handle: late })).toEqual([35, 44])
  expect(late.view.get().tail).toHaveLength(10)

  const stranger = world.join('dan').conversation(id)
  const outcome = expect(stranger.lookAt(40)).rejects.toMatchObject({ reason: 'NOT_FOUND' })
  await world.clock.advance(3000)
  await outcome
  await clock.settle()
})

test('[B1] [K1] what was kept is enough for what lies in it', async () => {
  const clockless = await joined()
  const { server, clock, id } = clockless
  const browser = createBrowser(clock)
  const first = clockless.join('ann', browser.openTab())
  first.conversation(id).watch()
  await clock.advance(5000)
  first.close()
  const again = clockless.join('ann', browser.openTab())
  again.transport.blocked = true
  const handle = again.conversation(id)
  handle.watch()
  const looked = handle.lookAt(95)
  await clock.advance(1000)
  await looked
  expect(shown({ handle })).toEqual([91, 100])
  const far = handle.lookAt(50)
  await clock.advance(1000)
  expect(handle.view.get().lookingFor).toBe(50)
  again.transport.blocked = false
  await clock.advance(20_000)
  await far
  expect(shown({ handle })).toEqual([45, 54])
  expect(server.room(id)?.messages).toHaveLength(100)
})

test('[B5] what happens there enters what is shown, live and after a gap', async () => {
  const world = await joined()
  const { ann, clock, network, server, id, handle, say } = world
  const looked = handle.lookAt(40)
  await clock.advance(100)
  await looked
  const text = (seq: number) =>
    handle.view.get().messages.find(message => message.seq === seq)?.content?.text
  const before = handle.view.get().messages
  say(1)
  await clock.advance(100)
  expect(handle.view.get().messages).toBe(before)
  expect(handle.view.get().tail.at(-1)?.seq).toBe(101)
  server.edit('bob', { messageId: `${id}.38`, text: 'edited' })
  await clock.advance(100)
  expect(text(38)).toBe('edited')
  network.weather.publicationLost = 1
  server.edit('bob', { messageId: `${id}.41`, text: 'lost on the way' })
  server.remove('bob', `${id}.42`)
  network.weather.publicationLost = 0
  await clock.advance(5000)
  expect([text(41), text(42)]).toEqual(['lost on the way', undefined])
  handle.react(`${id}.38`, '👍', true)
  expect(handle.view.get().messages[3]?.reactions).toHaveLength(1)
  expect(handle.view.get().tail.at(-1)?.reactions).toEqual([])
  await clock.advance(100)
  expect(handle.view.get().messages[3]).toEqual(server.room(id)?.messages[37])
  expect(shown(world)).toEqual([35, 44])
  expect(ann.conversations.get().items[0]?.lastMessage?.seq).toBe(101)
})

test('[B5] a page that was read before what is held is mended', async () => {
  const world = await joined()
  const { ann, clock, server, id, handle } = world
  const { history } = ann.transport.calls
  ann.transport.calls.history = async input => {
    const page = await history(input)
    await new Promise<void>(resolve => clock.after(1000, resolve))
    return page
  }
  const looked = handle.lookAt(40)
  await clock.advance(200)
  server.edit('bob', { messageId: `${id}.40`, text: 'edited meanwhile' })
  await clock.advance(5000)
  await looked
  expect(handle.view.get().messages[5]?.content?.text).toBe('edited meanwhile')
})

test('[B6] whoever comes back to a conversation sees its newest messages', async () => {
  const world = await joined()
  const { clock, handle, leave } = world
  const looked = handle.lookAt(40)
  await clock.advance(100)
  await looked
  leave()
  leave()
  handle.watch()
  expect(shown(world)).toEqual([91, 100])
  expect(handle.view.get().latest).toBe(true)
})

test('[B6] [F3] after a restored database the newest messages are shown', async () => {
  const world = await joined()
  const { ann, clock, server, handle } = world
  const looked = handle.lookAt(40)
  await clock.advance(100)
  await looked
  server.restore(server.copy(), 'another')
  ann.transport.cut()
  await clock.advance(10_000)
  expect(handle.view.get()).toMatchObject({ status: 'ready', latest: true })
  expect(shown(world)).toEqual([91, 100])
})

test('[B7] ten seconds after nobody looks at it any more the newest messages are left', async () => {
  const world = await joined()
  const { ann, clock, handle, leave, say } = world
  for (const load of [handle.loadOlder, handle.loadOlder, () => handle.lookAt(40)]) {
    load()
    await clock.advance(100)
  }
  leave()
  await clock.advance(9000)
  expect(handle.view.get().messages).toHaveLength(30)
  await clock.advance(1000)
  expect(shown(world)).toEqual([81, 100])
  expect(handle.view.get().complete).toBe(false)
  say(50)
  await clock.advance(11_000)
  expect(shown(world)).toEqual([131, 150])
  expect(ann.conversations.get().items[0]).toMatchObject({ unreadCount: 100 })
  handle.watch()
  handle.loadOlder()
  await clock.advance(100)
  expect(shown(world)).toEqual([121, 150])
  await clock.advance(20_000)
  expect(shown(world)).toEqual([121, 150])
})

test('[B7] of what was never opened no more is held either', async () => {
  const { server, clock, join } = createWorld(1, { sizes })
  const { id } = server.open('ann', { participantIds: ['bob'] })
  const ann = join('ann')
  await clock.advance(1000)
  for (let sent = 1; sent <= 60; sent += 1) {
    const content = { type: 'text' as const, text: `text ${sent}` }
    server.send('bob', { conversationId: id, clientId: `c${sent}`, content })
  }
  await clock.advance(11_000)
  expect(ann.conversations.get().items[0]).toMatchObject({ unreadCount: 60 })
  expect(ann.held(id)?.messages.map(({ seq }) => seq)).toEqual([60])
})

test('[B7] nothing goes while something is missing or on its way', async () => {
  const world = await joined()
  const { ann, clock, server, network, id, handle, leave, say } = world
  handle.loadOlder()
  await clock.advance(100)
  handle.loadOlder()
  await clock.advance(100)
  const held = () => ann.held(id)?.messages.length
  leave()
  ann.transport.intercept = call =>
    call === 'changesSince' ? new Refused('UNAVAILABLE') : undefined
  network.weather.publicationLost = 1
  say(1)
  server.edit('bob', { messageId: `${id}.75`, text: 'edited' })
  network.weather.publicationLost = 0
  await clock.advance(60_000)
  expect(held()).toBe(30)
  ann.transport.intercept = undefined
  await clock.advance(30_000)
  expect(held()).toBe(20)
  expect(shown(world)).toEqual([82, 101])
})

test('[A4] [B7] an edit that waited while its message went out of memory knows what it knew', async () => {
  const { ann, clock, server, id, handle, leave } = await joined()
  const { seq } = server.send('ann', {
    conversationId: id,
    clientId: 'own',
    content: { type: 'text', text: 'mine' },
  })
  const messageId = `${id}.${seq}`
  server.edit('ann', { messageId, text: 'edited before' })
  for (let sent = 1; sent <= 60; sent += 1) {
    const content = { type: 'text' as const, text: `later ${sent}` }
    server.send('bob', { conversationId: id, clientId: `l${sent}`, content })
  }
  await clock.advance(3000)
  ann.transport.intercept = call => (call === 'react' ? new Refused('UNAVAILABLE') : undefined)
  const refused = expect(handle.react(messageId, '👍', true)).rejects.toThrow()
  const edited = handle.edit(messageId, 'edited again')
  leave()
  await clock.advance(15_000)
  expect(ann.held(id)?.messages.some(message => message.id === messageId)).toBe(false)
  ann.transport.intercept = call => (call === 'react' ? new Refused('CONFLICT') : undefined)
  await clock.advance(30_000)
  await Promise.all([refused, edited])
  expect(server.room(id)?.messages[seq - 1]?.content?.text).toBe('edited again')
})
