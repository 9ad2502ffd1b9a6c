/** The wires that are spoken by hand, against the servers that they were written for. */
import { expect, test } from 'vitest'
import type { Contestant } from '../../versus/contestant.ts'
import { pairsOf } from '../../versus/conversation.ts'
import { testContestants } from '../../versus/testing/testContestants.ts'

const contestants = testContestants()

async function openPair(contestant: Contestant) {
  const [conversation] = pairsOf(1)
  await contestant.kind.seed(contestant.sql, [conversation!])
  const failures: unknown[] = []
  const open = async (userId: string) => {
    const texts: string[] = []
    const device = await contestant.open(userId, {
      onDelivered: text => void texts.push(text),
      onFailed: reason => void failures.push(reason),
    })
    return { device, texts }
  }
  const [ann, bob] = await Promise.all(conversation!.members.map(open))
  return { id: conversation!.id, ann: ann!, bob: bob!, failures }
}

test.for(['parley', 'peer'] as const)(
  '%s: a message is acknowledged, delivered and stored',
  async key => {
    const contestant = contestants()[key]
    const { id, ann, bob, failures } = await openPair(contestant)
    await new Promise<void>((acknowledged, refused) => {
      ann.device.send(id, '0: hello, "Ann" \\ é 🙂', { acknowledged, refused })
    })
    await expect.poll(() => bob.texts).toEqual(['0: hello, "Ann" \\ é 🙂'])
    await expect.poll(() => ann.texts).toEqual(bob.texts)
    const [stored] = await contestant.kind.stored(contestant.sql, [id])
    expect(stored).toMatchObject({ conversationId: id, text: '0: hello, "Ann" \\ é 🙂' })
    await Promise.all([ann.device.close(), bob.device.close()])
    expect(failures).toEqual([])
  },
)

test.for(['parley', 'peer'] as const)('%s: who is no member is refused, and told so', async key => {
  const { id } = await openPair(contestants()[key])
  const { ann } = await openPair(contestants()[key])
  const sending = new Promise<void>((acknowledged, refused) => {
    ann.device.send(id, '0: not yours', { acknowledged, refused })
  })
  await expect(sending).rejects.toThrow()
  await ann.device.close()
})

test.for(['parley', 'peer'] as const)('%s: nobody gets in without a valid token', async key => {
  const { kind, url } = contestants()[key]
  const told: unknown[] = []
  const on = { onDelivered: () => {}, onFailed: (reason: unknown) => void told.push(reason) }
  await expect(kind.open({ url, token: 'not a token', ...on })).rejects.toThrow()
  expect(told).not.toEqual([])
})
