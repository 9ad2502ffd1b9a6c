import type { Participant } from '@parley/protocol/participant'
import { expect, test } from 'vitest'
import { conversationName } from './conversationName.ts'

function person(name: string): Participant {
  return {
    userId: name,
    user: { id: name, name, role: 'customer' },
    version: 1,
    readSeq: 0,
    deliveredSeq: 0,
    joinedAt: '2026-11-03T12:00:00.000Z',
  }
}

/** @param gone took part once */
function nameOf(others: string[], { title, gone = [] }: { title?: string; gone?: string[] } = {}) {
  const present = others.map(person)
  const participants = [person('Me'), ...present, ...gone.map(person)]
  return conversationName({ title, others: present, participants })
}

test('a pair is called after the other one', () => {
  expect(nameOf(['Ann'])).toBe('Ann')
})

test('a group is called by its title', () => {
  expect(nameOf(['Ann', 'Bob'], { title: 'The roof' })).toBe('The roof')
})

test('a group without a title is called after its people, of many after the first', () => {
  expect(nameOf(['Ann', 'Bob'])).toBe('You, Ann, and Bob')
  expect(nameOf(['Ann', 'Bob', 'Cem', 'Dan'])).toBe('You, Ann, and 3 others')
})

test('a group from which people went stays one', () => {
  expect(nameOf(['Ann'], { gone: ['Bob'] })).toBe('You and Ann')
  expect(nameOf([], { gone: ['Ann', 'Bob'] })).toBe('Only you')
})

test('a name of which nothing can be seen is told as somebody', () => {
  for (const name of ['\u200b\u200b', ' \u3164', '\u202e', '\u0301'])
    expect(nameOf([name])).toBe('Somebody')
  expect(nameOf(['Ann'], { title: '\u200b' })).toBe('Ann')
  expect(nameOf(['...'])).toBe('...')
})
