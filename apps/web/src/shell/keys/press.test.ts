import { expect, test } from 'vitest'
import { isComposed, isPressed, type Pressed } from './press.ts'

function press(key: string, more: Partial<Pressed> = {}): Pressed {
  return {
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
    keyCode: 0,
    getModifierState: () => false,
    ...more,
  }
}

test('Mod is Command on Apple and Control elsewhere, and never both', () => {
  expect(isPressed('Mod+K', press('k', { ctrlKey: true }), false)).toBe(true)
  expect(isPressed('Mod+K', press('k', { metaKey: true }), true)).toBe(true)
  // Control+K deletes to the end of the line on a Mac; the Windows key is the system's.
  expect(isPressed('Mod+K', press('k', { ctrlKey: true }), true)).toBe(false)
  expect(isPressed('Mod+K', press('k', { metaKey: true }), false)).toBe(false)
  expect(isPressed('Mod+K', press('k', { ctrlKey: true, metaKey: true }), false)).toBe(false)
  expect(isPressed('Mod+K', press('k'), false)).toBe(false)
})

test('other keys that are held make another combination', () => {
  expect(isPressed('Alt+ArrowUp', press('ArrowUp', { altKey: true }), false)).toBe(true)
  expect(isPressed('Alt+ArrowUp', press('ArrowUp', { altKey: true, shiftKey: true }), false)).toBe(
    false,
  )
  expect(isPressed('Alt+Shift+ArrowUp', press('ArrowUp', { altKey: true }), false)).toBe(false)
  expect(isPressed('F6', press('F6', { ctrlKey: true }), false)).toBe(false)
  expect(isPressed('Shift+F6', press('F6', { shiftKey: true }), false)).toBe(true)
})

test('capital letters and other alphabets are the same key', () => {
  expect(isPressed('Mod+K', press('K', { ctrlKey: true }), false)).toBe(true)
  expect(isPressed('Mod+K', press('л', { ctrlKey: true, code: 'KeyK' }), false)).toBe(true)
  // Dvorak: what says k counts, wherever it lies.
  expect(isPressed('Mod+K', press('k', { ctrlKey: true, code: 'KeyV' }), false)).toBe(true)
  expect(isPressed('Mod+K', press('t', { ctrlKey: true, code: 'KeyK' }), false)).toBe(false)
})

test('a sign counts with or without Shift, but not with what makes it a command', () => {
  expect(isPressed('?', press('?', { shiftKey: true }), false)).toBe(true)
  expect(isPressed('?', press('?'), false)).toBe(true)
  expect(isPressed('?', press('?', { ctrlKey: true }), false)).toBe(false)
  expect(isPressed('?', press('?', { getModifierState: key => key === 'AltGraph' }), false)).toBe(
    false,
  )
})

test('what an input method composes is no command', () => {
  expect(isComposed(press('Process', { keyCode: 229 }))).toBe(true)
  expect(isComposed(press('k', { isComposing: true }))).toBe(true)
  expect(isComposed(press('k'))).toBe(false)
})
