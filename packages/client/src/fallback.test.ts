import { hostToken, someone, testDatabaseUrl, testNode } from '@parley/server/testing'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type Client, createClient } from './client.ts'
import { eventually } from './testing/eventually.ts'
import { wall } from './testing/wall.ts'

async function network(lifetime = '1h') {
  const node = await testNode(await testDatabaseUrl())
  const between = await wall(node.url)
  const [cara, carl] = [someone('Cara', 'customer'), someone('Carl', 'contractor')]
  function join(url: string, person: typeof cara): Client {
    const client = createClient({
      url,
      userId: person.userId,
      token: () => hostToken(person, lifetime),
    })
    onTestFinished(client.close)
    return client
  }
  const his = join(node.url, carl)
  await eventually(() => his.connection.get().state).toBe('online')
  return { node, between, his, carl, join: () => join(between.url, cara) }
}

const slow = { state: 'online', via: 'http' }
const quick = { state: 'online', via: 'socket' }

/** Somebody presses the button to try again, and does not wait for the pauses between attempts. */
function impatiently<T>(client: Client, read: () => T) {
  return eventually(() => {
    client.reconnectNow()
    return read()
  })
}

function texts(client: Client, id: string) {
  return client
    .conversation(id)
    .view.get()
    .messages.map(({ content }) => content?.text)
}

test.each(['refused', 'killed'] as const)(
  '[T1] where WebSockets are %s, everything goes over requests after three attempts',
  async treatment => {
    const { between, his, carl, join } = await network()
    between.sockets = treatment
    const hers = join()
    // Asked for before there is any way. What is on its way over a socket that breaks fails.
    const me = treatment === 'refused' && hers.api.me.get.query()
    await eventually(() => hers.connection.get()).toEqual(slow)
    expect((await (me || hers.api.me.get.query())).name).toBe('Cara')
    const id = await hers.open({ participantIds: [carl.userId] })
    for (const client of [hers, his]) client.conversation(id).watch()
    hers.conversation(id).send({ text: 'slow but sure' })
    await eventually(() => texts(his, id)).toEqual(['slow but sure'])
    his.conversation(id).send({ text: 'seen' })
    await eventually(() => texts(hers, id)).toEqual(['slow but sure', 'seen'])
    await his.conversation(id).edit(`${id}.2`, 'seen at once')
    await eventually(() => texts(hers, id)).toEqual(['slow but sure', 'seen at once'])
    expect(between.log.some(({ path }) => path.includes('chat.changes'))).toBe(true)
  },
)

test('[T2] when WebSockets work again it goes back to them, and nothing is lost or seen twice', async () => {
  const { between, his, carl, join } = await network()
  between.sockets = 'refused'
  const hers = join()
  await impatiently(hers, () => hers.connection.get()).toEqual(slow)
  const id = await hers.open({ participantIds: [carl.userId] })
  for (const client of [hers, his]) client.conversation(id).watch()
  const states = new Set<string>()
  hers.connection.subscribe(() => states.add(hers.connection.get().state))
  let sent = 0
  const talk = setInterval(() => {
    sent += 1
    his.conversation(id).send({ text: `text ${sent}` })
    hers.conversation(id).send({ text: `and ${sent}` })
  }, 30)
  onTestFinished(() => clearInterval(talk))
  between.sockets = 'passes'
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
  onTestFinished(() => void vi.unstubAllGlobals())
  await eventually(() => hers.connection.get()).toEqual(quick)
  await eventually(() => sent).toBeGreaterThan(60)
  clearInterval(talk)
  await eventually(() => texts(hers, id).length).toBe(2 * sent)
  for (const by of ['text', 'and'])
    expect(texts(hers, id).filter(text => text?.startsWith(by))).toEqual(
      Array.from({ length: sent }, (_, index) => `${by} ${index + 1}`),
    )
  await eventually(() => texts(his, id)).toEqual(texts(hers, id))
  expect([...states]).toEqual(['online'])
})

test('[T3] no network at all is not a network that blocks WebSockets', async () => {
  const { between, join } = await network()
  between.isShut = true
  const hers = join()
  await eventually(() => hers.connection.get().state).toBe('reconnecting')
  await impatiently(hers, () => between.knocks).toBeGreaterThan(4)
  between.isShut = false
  await eventually(() => hers.connection.get()).toEqual(quick)
})

test('[T4] the token is in no address, and is renewed while the stream goes on', async () => {
  const { between, his, carl, join } = await network('64s') // renewed a minute before it runs out
  between.sockets = 'refused'
  const hers = join()
  await impatiently(hers, () => hers.connection.get()).toEqual(slow)
  const id = await hers.open({ participantIds: [carl.userId] })
  hers.conversation(id).watch()
  const states = new Set<string>()
  hers.connection.subscribe(() => states.add(hers.connection.get().state))
  const streams = () => between.log.filter(({ path }) => path.includes('chat.changes'))
  await eventually(() => new Set(streams().map(({ authorization }) => authorization)).size).toBe(2)
  his.conversation(id).send({ text: 'still here' })
  await eventually(() => texts(hers, id)).toEqual(['still here'])
  expect([...states]).toEqual([])
  for (const { path, authorization } of between.log) {
    const token = authorization?.replace('Bearer ', '') ?? '-'
    expect(path).not.toContain(token)
  }
})

test('[T5] a stream that breaks goes on from its cursor', async () => {
  const { between, his, carl, join } = await network()
  between.sockets = 'refused'
  const hers = join()
  await impatiently(hers, () => hers.connection.get()).toEqual(slow)
  const id = await hers.open({ participantIds: [carl.userId] })
  hers.conversation(id).watch()
  await eventually(() => hers.conversation(id).view.get().status).toBe('ready')
  for (let time = 1; time <= 3; time += 1) {
    between.reset()
    his.conversation(id).send({ text: `text ${time}` })
    await eventually(() => texts(hers, id)).toContain(`text ${time}`)
  }
  expect(texts(hers, id)).toEqual(['text 1', 'text 2', 'text 3'])
})

test('[T6] a refusal comes through, and is no reason to change the way', async () => {
  const { between } = await network()
  between.sockets = 'refused'
  const stranger = createClient({
    url: between.url,
    userId: 'nobody',
    token: async () => 'no token',
  })
  onTestFinished(stranger.close)
  await eventually(() => stranger.connection.get()).toEqual({
    state: 'refused',
    reason: 'UNAUTHENTICATED',
  })
})
