import { expect, test } from 'vitest'
import { rank } from './rank.ts'

function ranked(query: string, ...items: ({ name: string; more?: string[] } | string)[]) {
  const all = items.map(item => (typeof item === 'string' ? { name: item } : item))
  return rank(query, all).map(({ name }) => name)
}

test('nothing typed leaves all in their order', () => {
  expect(ranked('', 'b', 'a')).toEqual(['b', 'a'])
  expect(ranked('  ', 'b', 'a')).toEqual(['b', 'a'])
})

test('a name that begins so comes before one with such a word, and that before one within', () => {
  expect(ranked('ma', 'Emma', 'Anna Maria', 'Maria Meyer')).toEqual([
    'Maria Meyer',
    'Anna Maria',
    'Emma',
  ])
})

test('of equals the more recent one comes first', () => {
  expect(ranked('ma', 'Maria', 'Max', 'Mara')).toEqual(['Maria', 'Max', 'Mara'])
})

test('every word has to fit, in the name or in what else it is known by', () => {
  const roof = { name: 'Maria Meyer', more: ['Leaking roof'] }
  const bath = { name: 'Maria Meyer', more: ['New bathroom'] }
  expect(rank('maria roof', [bath, roof])).toEqual([roof])
  expect(rank('roof', [bath, roof])).toEqual([roof])
  expect(rank('maria kitchen', [bath, roof])).toEqual([])
  expect(ranked('maria', { name: 'Roof', more: ['Maria'] }, 'Maria')).toEqual(['Maria', 'Roof'])
})

test('accents, case, signs and other alphabets are found as they are typed', () => {
  expect(ranked('zoe', 'Zoë O’Brien-Šimić')).toHaveLength(1)
  expect(ranked('SIMIC', 'Zoë O’Brien-Šimić')).toHaveLength(1)
  expect(ranked('عبد', 'عبد الله')).toHaveLength(1)
  expect(ranked('?!', 'Zoë')).toEqual([])
  expect(ranked('a\u0301'.repeat(10), `${'a\u0301'.repeat(10)}x`)).toHaveLength(1)
})
