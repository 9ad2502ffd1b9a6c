import { expect, test, vi } from 'vitest'
import { createHeld } from './held.ts'

const conversationId = 'c'
const message = (version: number) => ({
  conversationId,
  version,
  message: { content: { text: `${version}` } },
})

function heldWith(answer: unknown) {
  const told: string[] = []
  const changesSince = vi.fn(async () => answer)
  const held = createHeld({
    onMessage: text => void told.push(text),
    onFailed: reason => expect.unreachable(String(reason)),
    changesSince,
  })
  return { ...held, told, changesSince }
}

test('a message is told once, in whatever order and however often its change comes', () => {
  const { enter, told, heals } = heldWith(undefined)
  enter([message(3), message(2), message(2), message(3), message(4)])
  enter([message(4)])
  expect(told).toEqual(['3', '2', '4'])
  expect(heals()).toBe(0)
})

test('what the feed leaves out is asked for, from what is held', async () => {
  const answer = { changes: [message(3), message(4), message(5)], version: 6 }
  const { enter, told, changesSince, heals } = heldWith(answer)
  enter([message(2), message(4), { conversationId, version: 6, head: true }])
  await expect.poll(() => told).toEqual(['2', '4', '3', '5'])
  expect(changesSince.mock.calls).toEqual([[conversationId, 2]])
  expect(heals()).toBe(1)
  enter([message(7)])
  expect(told).toHaveLength(5)
})
