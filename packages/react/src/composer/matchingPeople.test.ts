import type { Participant } from '@parley/protocol/participant'
import { expect, test } from 'vitest'
import { matchingPeople } from './matchingPeople.ts'

const people = ['Åsa Lindqvist', 'Carla Conti', 'Jean-Luc Ångström', 'Cara Delgado', '+ Lu!'].map(
  (name, at): Participant => ({
    userId: `p${at}`,
    user: { id: `p${at}`, name, role: 'customer' },
    version: 1,
    readSeq: 0,
    deliveredSeq: 0,
    joinedAt: '2026-01-01T00:00:00.000Z',
  }),
)

const found = (query: string, most = 8) =>
  matchingPeople(people, query, most).map(({ user }) => user.name)

test('people are found by the beginning of any word of their name, the first word first', () => {
  expect(found('car')).toEqual(['Carla Conti', 'Cara Delgado'])
  expect(found('CON')).toEqual(['Carla Conti'])
  expect(found('carla c')).toEqual(['Carla Conti'])
  expect(found('lu')).toEqual(['+ Lu!', 'Jean-Luc Ångström'])
  expect(found('arla')).toEqual([])
  expect(found('carla conti ')).toEqual([])
})

test('accents do not matter, neither in the name nor in what was typed', () => {
  expect(found('asa')).toEqual(['Åsa Lindqvist'])
  expect(found('ångs')).toEqual(['Jean-Luc Ångström'])
  expect(found('ANGS')).toEqual(['Jean-Luc Ångström'])
  expect(found('cárla')).toEqual(['Carla Conti'])
})

test('everybody is offered where nothing was typed, up to so many', () => {
  expect(found('')).toHaveLength(5)
  expect(found('', 2)).toHaveLength(2)
})
