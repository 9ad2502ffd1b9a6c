import { expect, test } from 'vitest'
import { createLedger, textOf } from './ledger.ts'
import { mistakesOf } from './mistakes.ts'

const pair = { id: 'one', members: ['ann', 'bob'] }
const room = { id: 'two', members: ['ann', 'bob', 'cy'] }

/** Two messages in each of two conversations, all as it must be. */
function rightLedger() {
  const ledger = createLedger([pair, room])
  const stored: { conversationId: string; text: string }[] = []
  for (const conversation of [0, 1, 0, 1]) {
    const message = ledger.send(conversation)
    const { id, members } = [pair, room][conversation]!
    ledger.acknowledged(message)
    for (const member of members.keys()) ledger.delivered(conversation, member, textOf(message))
    stored.push({ conversationId: id, text: textOf(message) })
  }
  return { ledger, stored }
}

test('what was sent, acknowledged, delivered to each and stored once is right', () => {
  const { ledger, stored } = rightLedger()
  const { messages, wrong } = ledger.compare(stored)
  expect(messages).toBe(4)
  expect(mistakesOf('It', wrong, [])).toEqual([])
  expect(ledger.total).toEqual({ acknowledged: 4, delivered: 10, refused: 0 })
})

test('what never came to somebody is lost, and what came twice is doubled', () => {
  const { ledger, stored } = rightLedger()
  ledger.delivered(1, 2, textOf(1))
  const message = ledger.send(1)
  ledger.acknowledged(message)
  ledger.delivered(1, 0, textOf(message))
  ledger.delivered(1, 2, textOf(message))
  stored.push({ conversationId: 'two', text: textOf(message) })
  const { wrong } = ledger.compare(stored)
  expect(mistakesOf('It', wrong, [])).toEqual([
    'It: 1 deliveries never came.',
    'It: 1 deliveries came more than once.',
  ])
})

test('what the database lacks, holds twice, elsewhere or with other words is told', () => {
  const { ledger, stored } = rightLedger()
  const [first, second, third, fourth] = stored
  const changed = [
    { ...second!, conversationId: 'one' },
    { ...third!, text: `${third!.text}!` },
    fourth!,
    fourth!,
  ]
  expect(ledger.compare([first!, ...changed]).wrong).toMatchObject({
    unstored: 2,
    storedTwice: 1,
    strange: 2,
  })
})

test('a message without an acknowledgement and one that nobody sent are told', () => {
  const { ledger, stored } = rightLedger()
  ledger.delivered(0, 0, textOf(1))
  ledger.delivered(0, 0, 'hello')
  const message = ledger.send(0)
  for (const member of [0, 1]) ledger.delivered(0, member, textOf(message))
  stored.push({ conversationId: 'one', text: textOf(message) })
  expect(mistakesOf('It', ledger.compare(stored).wrong, ['closed'])).toEqual([
    'It: 1 messages were never acknowledged.',
    'It: 2 messages were never sent, or not there.',
    'It: 1 failures, the first: closed.',
  ])
})

test('what was refused is owed to nobody, whether or not it was stored, but never twice', async () => {
  const { ledger, stored } = rightLedger()
  for (const times of [0, 1, 2]) {
    const message = ledger.send(0)
    ledger.refused(message, 'too busy')
    if (times > 0) ledger.delivered(0, 1, textOf(message))
    for (let copy = 0; copy < times; copy += 1) {
      stored.push({ conversationId: 'one', text: textOf(message) })
    }
  }
  await ledger.settled(60_000)
  const { wrong, refused } = ledger.compare(stored)
  expect(refused).toEqual({ count: 3, reason: 'too busy' })
  expect(mistakesOf('It', wrong, [])).toEqual([
    'It: 1 messages are in the database more than once.',
  ])
})

test('only what is sent while it measures has times', () => {
  const ledger = createLedger([pair])
  const before = ledger.send(0)
  ledger.measure(true)
  const within = ledger.send(0)
  ledger.measure(false)
  for (const message of [before, within]) {
    ledger.acknowledged(message)
    ledger.delivered(0, 0, textOf(message))
    ledger.delivered(0, 1, textOf(message))
  }
  expect(ledger.acknowledgement.count()).toBe(1)
  expect(ledger.delivery.count()).toBe(2)
})
