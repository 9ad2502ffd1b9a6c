import { expect, test } from 'vitest'
import { preview } from './bulkInputs.ts'
import { addPeople, open, send } from './chatInputs.ts'
import { getMany } from './presenceInputs.ts'
import { userIdList } from './userIdList.ts'

const list = userIdList({ min: 1, max: 3 })
const problems = (input: unknown) =>
  list.safeParse(input).error?.issues.map(({ path, message }) => [path.join('.'), message])

test('a list of people is one of ids, neither too short nor too long', () => {
  expect(list.parse(['ann', 'bob'])).toEqual(['ann', 'bob'])
  expect(problems([])).toEqual([['', 'must not be empty']])
  expect(problems(['a', 'b', 'c', 'd'])).toEqual([['', 'must have at most 3 people']])
  for (const none of ['ann', null, undefined, { 0: 'ann', length: 1 }])
    expect(problems(none)).toEqual([['', 'must be a list']])
})

test('the first one who cannot be is named, and nobody after them', () => {
  expect(problems(['ann', 1, 2])).toEqual([['1', expect.stringContaining('Invalid input')]])
  expect(problems(['', ''])).toEqual([['0', 'must not be empty']])
  expect(problems(new Array(2))).toMatchObject([['0', expect.any(String)]])
})

const many = Array(500_000).fill(1)
const text = { type: 'text', text: 'Hello' }
const uuid = 'b9d5f4d4-4c6e-4d3b-9b69-111111111111'

test.each([
  ['bulk.preview', preview, { recipients: { userIds: many }, content: text }],
  ['chat.open', open, { participantIds: many }],
  ['chat.addPeople', addPeople, { conversationId: uuid, userIds: many }],
  [
    'chat.send',
    send,
    { conversationId: uuid, clientId: uuid, content: { ...text, mentions: many } },
  ],
  ['presence.getMany', getMany, { userIds: many }],
])('%s names one problem of half a million', (_, schema, input) => {
  const { error } = schema.safeParse(input)
  expect(error?.issues.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^must have at most \d+ people$/),
  ])
})
