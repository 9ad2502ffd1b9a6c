/** The hooks on a page, with the real client and the real server. */
import { type Client, createClient } from '@parley/client/client'
import { hostToken, someone, testDatabaseUrl, testNode } from '@parley/server/testing'
import { act } from 'react'
import { expect, onTestFinished, test } from 'vitest'
import { ParleyProvider } from './ParleyProvider.tsx'
import { page } from './testing/page.tsx'
import { trpc } from './trpc.ts'
import { useArchived } from './useArchived.ts'
import { useComposer } from './useComposer.ts'
import { useConnection } from './useConnection.ts'
import { useConversation } from './useConversation.ts'
import { useConversations } from './useConversations.ts'
import { useNews } from './useNews.ts'
import { usePresence } from './usePresence.ts'
import { usePresences } from './usePresences.ts'
import { useTyping } from './useTyping.ts'
import { useUnread } from './useUnread.ts'

type Person = ReturnType<typeof someone>

/** Counts the sockets of one client. */
function countingSocket() {
  let opened = 0
  class CountingSocket extends WebSocket {
    constructor(url: string | URL) {
      super(url)
      opened += 1
    }
  }
  return { WebSocket: CountingSocket, opened: () => opened }
}

function clientOf(url: string, person: Person, Socket: typeof WebSocket = WebSocket): Client {
  const client = createClient({
    url,
    userId: person.userId,
    token: () => hostToken(person),
    WebSocket: Socket,
  })
  onTestFinished(client.close)
  return client
}

async function two() {
  const node = await testNode(await testDatabaseUrl())
  const [cara, carl] = [someone('Cara', 'customer'), someone('Carl', 'contractor')]
  const sockets = countingSocket()
  const hers = clientOf(node.url, cara, sockets.WebSocket)
  const his = clientOf(node.url, carl)
  // Whoever never came cannot be found.
  await expect.poll(() => his.connection.get().state, { timeout: 15_000 }).toBe('online')
  const id = await hers.open({ participantIds: [carl.userId] })
  return { node, cara, carl, hers, his, id, sockets }
}

test('the connection, the list and typed queries come over one socket', async () => {
  const { hers, sockets } = await two()
  function Screen() {
    const { state } = useConnection()
    const { items } = useConversations()
    const me = trpc.me.get.useQuery()
    const people = trpc.people.find.useQuery({ query: '' })
    return [state, items.length, me.data?.name, people.data?.map(({ name }) => name).join()].join(
      ' ',
    )
  }
  const { show, reads } = page()
  show(
    <ParleyProvider client={hers}>
      <Screen />
    </ParleyProvider>,
  )
  await reads('online 1 Cara Carl')
  expect(sockets.opened()).toBe(1)
})

test('a conversation is watched while it is mounted, and shows what comes', async () => {
  const { hers, his, id } = await two()
  let renderings = 0
  function Screen() {
    const { status, messages } = useConversation(id)
    renderings += 1
    return [status, ...messages.map(({ content }) => content?.text)].join(' ')
  }
  const { show, reads } = page()
  show(
    <ParleyProvider client={hers}>
      <Screen />
    </ParleyProvider>,
  )
  await reads('ready')
  his.conversation(id).send({ text: 'hello' })
  await reads('ready hello')
  const before = renderings
  await act(() => new Promise(resolve => setTimeout(resolve, 300)))
  // At most the row that says it was delivered; nothing for ticks.
  expect(renderings - before).toBeLessThan(3)
  show(<ParleyProvider client={hers}>{null}</ParleyProvider>)
  await reads('')
})

test('what is written is sent, and a draft outlives its component', async () => {
  const { hers, his, id } = await two()
  let composer: ReturnType<typeof useComposer> | undefined
  function Screen() {
    composer = useComposer(id)
    const { outgoing, messages } = useConversation(id)
    return [composer.text, outgoing.length, messages.length].join('|')
  }
  const { show, reads, text } = page()
  const shown = (
    <ParleyProvider client={hers}>
      <Screen />
    </ParleyProvider>
  )
  show(shown)
  act(() => composer?.setText('half'))
  show(null)
  show(shown)
  expect(text()).toMatch(/^half\|/)
  await act(async () => composer?.submit())
  await reads('|0|1')
  await expect
    .poll(() => his.conversations.get().items[0]?.lastMessage?.content?.text, { timeout: 15_000 })
    .toBe('half')
})

test('typed mutations answer, and a final refusal of a query is not asked for again', async () => {
  const { hers } = await two()
  let set: (() => void) | undefined
  function Screen() {
    const preferences = trpc.me.setPreferences.useMutation()
    const job = trpc.jobs.get.useQuery({ jobId: 'none' })
    set = () => preferences.mutate({ showOnline: false })
    return [preferences.status, job.failureCount, job.error?.data?.reason].join(' ')
  }
  const { show, reads } = page()
  show(
    <ParleyProvider client={hers}>
      <Screen />
    </ParleyProvider>,
  )
  await reads('idle 1 NOT_FOUND')
  act(() => set?.())
  await reads('success 1 NOT_FOUND')
  await expect(hers.api.me.get.query()).resolves.toMatchObject({
    preferences: { showOnline: false },
  })
})

test('what is unread and who wrote last is told, and the archive is there as long as it is looked at', async () => {
  const { hers, his, id } = await two()
  function Screen() {
    const { messages, conversations } = useUnread()
    const news = useNews()
    return [messages, conversations, news?.message.content?.text ?? 'no news'].join(' ')
  }
  function Archive() {
    const { status, items } = useArchived()
    return [' ', status, ...items.map(({ unreadCount }) => unreadCount)].join(' ')
  }
  const { show, reads } = page()
  const shown = (archive: boolean) => (
    <ParleyProvider client={hers}>
      <Screen />
      {archive && <Archive />}
    </ParleyProvider>
  )
  show(shown(false))
  await reads('0 0 no news')
  his.conversation(id).send({ text: 'hello' })
  await reads('1 1 hello')
  show(shown(true))
  await reads('1 1 hello  ready')
  await act(() => hers.conversation(id).setMine({ archived: true }))
  await reads('0 0 hello  ready 1')
  his.conversation(id).send({ text: 'again' })
  await reads('0 0 again  ready 2')
})

test('another person sees nothing of what the first one had read', async () => {
  const { node, hers } = await two()
  function Screen() {
    const { data } = trpc.me.get.useQuery()
    return data?.name ?? 'nobody yet'
  }
  const { show, reads, text } = page()
  show(
    <ParleyProvider client={hers}>
      <Screen />
    </ParleyProvider>,
  )
  await reads('Cara')
  const other = clientOf(node.url, someone('Dora', 'customer'))
  show(
    <ParleyProvider client={other}>
      <Screen />
    </ParleyProvider>,
  )
  expect(text()).toBe('nobody yet')
  await reads('Dora')
})

test('whoever is looked at is seen to type and to go', async () => {
  const { carl, hers, his, id } = await two()
  function Screen() {
    const { status } = usePresence(carl.userId)
    const both = usePresences([carl.userId, 'nobody'])
    const typing = useTyping(id)
    return [status, ...both.map(one => one.status), ...typing].join(' ')
  }
  const { show, reads } = page()
  show(
    <ParleyProvider client={hers}>
      <Screen />
    </ParleyProvider>,
  )
  await reads('online online offline')
  act(() => his.composer(id).setText('I am just'))
  await reads(`online online offline ${carl.userId}`)
  act(() => his.composer(id).setText(''))
  await reads('online online offline')
  his.close()
  await reads('offline offline offline')
})
