import { expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

test.each([
  ['Maria Meyer', 'MM'],
  ['Ana de la Cruz', 'AC'],
  ['  carla  ', 'C'],
  ['(Bob) "Builder"', 'BB'],
  ['Émile Zola', 'ÉZ'],
  ['👩‍🔧 Wanda', '👩‍🔧W'],
  ['🇩🇪 Dieter', '🇩🇪D'],
  ['\u202eevil name', 'EN'],
  ['\u200b\u200bzero', 'Z'],
  ['علي حسن', 'عح'],
  ['123 456', '14'],
  ['...', ''],
  ['\u200b', ''],
  ['', ''],
])('the initials of %j are %j', (name, initials) => {
  expect(initialsOf(name, 2)).toBe(initials)
})

test('of a letter under ten thousand marks two of them stay', () => {
  expect([...initialsOf(`Z${'\u0327'.repeat(10_000)}`, 2)]).toHaveLength(3)
})

test('a small circle has room for one', () => {
  expect(initialsOf('Maria Meyer', 1)).toBe('M')
})
