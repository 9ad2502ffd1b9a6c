import { expect, test } from 'vitest'
import { addressOf, askedIn, conversationIn } from './asked.ts'

const id = '0193a7c1-58c1-7d40-9f0e-0a2b5c6d7e8f'

test('what is asked about comes back from its address', () => {
  for (const asked of [{ userId: 'host&1@example.com/?' }, { conversationId: id }, undefined]) {
    expect(askedIn(new URL(addressOf(asked), 'http://x').search)).toEqual(asked)
  }
})

test('an address that names no conversation asks about nothing', () => {
  expect(askedIn('?conversation=nonsense')).toBeUndefined()
})

test('a conversation is meant by its id or by the address of its page', () => {
  expect(conversationIn(` ${id.toUpperCase()} `)).toBe(id)
  expect(conversationIn(`https://parley.example/c/${id}`)).toBe(id)
  expect(conversationIn('Carla')).toBeUndefined()
})
