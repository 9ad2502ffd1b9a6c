/** Groups and typing over two nodes that never look into the database by themselves. */
import { type RedisServer, startRedis } from '@parley/bus/testing/redisServer'
import { withRedis } from '@parley/bus/testing/withRedis'
import { startDelivery } from '@parley/core/delivery/delivery'
import type { Typing } from '@parley/protocol/typing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { follow, text } from './testing/following.ts'
import { hostToken, httpClient, socketClient, someone, testNodes } from './testing/testNode.ts'

/** The machine may be busy. */
const soon = { timeout: 5000 }

const withoutSweeps = {
  startDelivery: (options: Parameters<typeof startDelivery>[0]) =>
    startDelivery({ ...options, sweepMs: 2 ** 30 }),
}

withRedis(() => {
  let redis: RedisServer
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis.dispose())

  test('[D23] [D24] [T1] who goes and who joins is told so on the other node, and who types is seen there', async () => {
    const [one, two] = await testNodes(2, redis.url, {}, withoutSweeps)
    const people = ['Ann', 'Bob', 'Cem', 'Dan'].map(name => someone(name, 'admin'))
    for (const by of people) await httpClient(two!, await hostToken(by)).me.get.query()
    const [ann, bob, cem, dan] = people
    const [anns, bobs] = [ann, bob].map(by => socketClient(one!, () => hostToken(by!)))
    const [cems, dans] = [cem, dan].map(by => socketClient(two!, () => hostToken(by!)))
    const { id } = await anns!.api.chat.open.mutate({ participantIds: [bob!.userId, cem!.userId] })
    const [theirs, newcomers] = [follow(cems!), follow(dans!)]
    for (const device of [theirs, newcomers]) await device.open()

    const words: Typing[] = []
    const looking = cems!.api.chat.typing.subscribe(
      { conversationId: id },
      { onData: word => words.push(word) },
    )
    await expect
      .poll(async () => {
        await bobs!.api.chat.setTyping.mutate({ conversationId: id, typing: false })
        await bobs!.api.chat.setTyping.mutate({ conversationId: id, typing: true })
        return words
      }, soon)
      .toContainEqual({ conversationId: id, userId: bob!.userId, typing: true })
    await expect.poll(() => words.at(-1)?.typing, soon).toBe(true)
    bobs!.close()
    await expect.poll(() => words.at(-1)?.typing, soon).toBe(false)

    await anns!.api.chat.addPeople.mutate({ conversationId: id, userIds: [dan!.userId] })
    await expect
      .poll(() => newcomers.changes[0], soon)
      .toMatchObject({ conversationId: id, head: true })
    const { lastSeq } = await dans!.api.chat.get.query({ conversationId: id })
    expect(lastSeq).toBe(1)

    // The other node sends as well, so it knows the members as they were.
    await cems!.api.chat.send.mutate({ conversationId: id, ...text('from Cem') })
    await anns!.api.chat.removePerson.mutate({ conversationId: id, userId: cem!.userId })
    const own = { userId: cem!.userId, leftAt: expect.any(String) }
    await expect
      .poll(() => theirs.changes.at(-1), soon)
      .toMatchObject({ head: true, participant: own })
    await dans!.api.chat.send.mutate({ conversationId: id, ...text('without Cem') })
    await expect.poll(newcomers.texts, soon).toContain('without Cem')
    expect(theirs.texts()).not.toContain('without Cem')
    expect(theirs.changes.at(-1)).toMatchObject({ participant: own })
    looking.unsubscribe()
  })
})
