import { expect, test } from 'vitest'
import { type Copies, mistakesOf } from './compareBroadcast.ts'

const right: Copies = {
  name: 'Parley',
  recipients: ['a', 'b', 'c'],
  textFor: userId => `for ${userId}`,
  stored: ['a', 'b', 'c'].map(userId => ({ userId, text: `for ${userId}` })),
  reported: ['a', 'b', 'c'],
  arrivals: new Map([['a', [1]]]),
  failures: [],
}

test('what is stored, reported and delivered once for everybody is right', () => {
  expect(mistakesOf(right)).toEqual([])
})

const wrong: [string, Partial<Copies>, RegExp][] = [
  ['somebody without a message', { stored: right.stored.slice(1) }, /1 recipients have no message/],
  ['somebody with two', { stored: [...right.stored, ...right.stored] }, /3 .* more than once/],
  ['somebody not reported', { reported: ['a', 'b'] }, /1 recipients are not reported/],
  ['somebody reported twice', { reported: ['a', 'b', 'c', 'c'] }, /1 .* reported more than once/],
  ['somebody nobody named', { reported: ['a', 'b', 'c', 'd'] }, /1 people .* whom nobody named/],
  ['another text', { textFor: () => 'for all' }, /3 messages .* something else/],
  ['a delivery that never came', { arrivals: new Map([['a', []]]) }, /1 deliveries never came/],
  ['one that came twice', { arrivals: new Map([['a', [1, 2]]]) }, /1 deliveries came more/],
  ['a failure', { failures: ['too slow'] }, /1 failures, the first: too slow/],
]

test.for(wrong)('%s is a mistake', ([, change, sentence]) => {
  const mistakes = mistakesOf({ ...right, ...change })
  expect(mistakes).toHaveLength(1)
  expect(mistakes[0]).toMatch(sentence)
})
