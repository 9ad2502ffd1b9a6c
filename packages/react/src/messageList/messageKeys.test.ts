import { expect, test } from 'vitest'
import { english } from '../words/english.ts'
import { isWriting, messageAct, messageKeys } from './messageKeys.ts'

function pressed(key: string, more: Partial<Parameters<typeof messageAct>[0]> = {}) {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key
  return { key, code, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...more }
}

test('every key of the table does what the table says', () => {
  for (const [act, keys] of Object.entries(messageKeys)) {
    if (act === 'reach') continue
    for (const key of keys) {
      const [last = '', shift] = key.split('+').toReversed()
      expect(messageAct(pressed(last, { shiftKey: shift === 'Shift' }))).toBe(act)
    }
  }
})

test('small letters count, as do those in the same place of another alphabet', () => {
  expect(messageAct(pressed('r'))).toBe('reply')
  expect(messageAct(pressed('ق', { code: 'KeyR' }))).toBe('reply')
  expect(messageAct(pressed('к', { code: 'KeyR' }))).toBe('reply')
  // On another Latin keyboard the letter decides, not its place.
  expect(messageAct(pressed('e', { code: 'KeyD' }))).toBe('edit')
  expect(messageAct(pressed('d', { code: 'KeyE' }))).toBeUndefined()
})

test('with Ctrl, Alt or Meta keys are the browser’s, and with Shift other ones', () => {
  for (const held of ['ctrlKey', 'altKey', 'metaKey'] as const) {
    expect(messageAct(pressed('c', { [held]: true }))).toBeUndefined()
    expect(isWriting(pressed('c', { [held]: true }))).toBe(false)
  }
  expect(messageAct(pressed('R', { shiftKey: true }))).toBeUndefined()
})

test('what writes is told from what does not', () => {
  for (const key of ['a', 'Ä', 'ق', '7', '!', '😀']) expect(isWriting(pressed(key))).toBe(true)
  for (const key of [' ', '?', 'Tab', 'F5', 'Shift', 'Dead'])
    expect(isWriting(pressed(key))).toBe(false)
})

test('every act has a name for the help', () => {
  expect(Object.keys(english.messageKeys).sort()).toEqual(Object.keys(messageKeys).sort())
})
