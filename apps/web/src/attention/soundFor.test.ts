import type { News } from '@parley/client/news'
import { expect, test } from 'vitest'
import { restMs, soundsFor } from './soundFor.ts'

const message: News['message'] = {
  id: 'here.1',
  conversationId: 'here',
  seq: 1,
  version: 2,
  clientId: 'x',
  senderId: 'bob',
  reactions: [],
  createdAt: '2026-01-01T00:00:00.000Z',
}
const plain = { conversationId: 'here', message }
const quiet = { isMentioned: false, isMuted: false, isArchived: false }
const usual = { lookedAt: undefined, isTurn: true, isOn: true, restedMs: restMs }

test.each([
  ['somebody wrote', {}, {}, true],
  ['one looks at another conversation', {}, { lookedAt: 'elsewhere' }, true],
  ['one looks at this one', {}, { lookedAt: 'here' }, false],
  ['one looks at this one, and is mentioned', { isMentioned: true }, { lookedAt: 'here' }, false],
  ['it is the turn of another tab', {}, { isTurn: false }, false],
  ['sounds are switched off', { isMentioned: true }, { isOn: false }, false],
  ['there was a sound just now', {}, { restedMs: restMs - 1 }, false],
  ['it is muted', { isMuted: true }, {}, false],
  ['it is archived', { isArchived: true }, {}, false],
  ['one is mentioned where it is muted', { isMuted: true, isMentioned: true }, {}, true],
  ['one is mentioned in the archive', { isArchived: true, isMentioned: true }, {}, true],
])('when %s: %o %o, a sound is %o', (_when, news, around, isHeard) => {
  expect(soundsFor({ ...plain, ...quiet, ...news }, { ...usual, ...around })).toBe(isHeard)
})
