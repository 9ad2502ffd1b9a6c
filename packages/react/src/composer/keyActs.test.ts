import { expect, test } from 'vitest'
import { keyAct } from './keyActs.ts'

const desk = { isTouch: false, isEmpty: false }

function pressed(key: string, more: Partial<Parameters<typeof keyAct>[0]> = {}) {
  const nativeEvent = { isComposing: false, keyCode: 0 }
  return {
    key,
    shiftKey: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    nativeEvent,
    ...more,
  }
}

test('Enter sends, Shift+Enter and Alt+Enter break the line', () => {
  expect(keyAct(pressed('Enter'), desk)).toBe('send')
  expect(keyAct(pressed('Enter', { shiftKey: true }), desk)).toBeUndefined()
  expect(keyAct(pressed('Enter', { altKey: true }), desk)).toBeUndefined()
})

test('Enter never sends while an input method composes', () => {
  const composing = { isComposing: true, keyCode: 13 }
  expect(keyAct(pressed('Enter', { nativeEvent: composing }), desk)).toBeUndefined()
  const safari = { isComposing: false, keyCode: 229 }
  expect(keyAct(pressed('Enter', { nativeEvent: safari }), desk)).toBeUndefined()
})

test('Enter breaks the line on touch', () => {
  expect(keyAct(pressed('Enter'), { ...desk, isTouch: true })).toBeUndefined()
})

test('Ctrl+Enter and Cmd+Enter send everywhere, but not while an input method composes', () => {
  for (const held of [{ ctrlKey: true }, { metaKey: true }])
    for (const isTouch of [false, true])
      expect(keyAct(pressed('Enter', held), { ...desk, isTouch })).toBe('send')
  const nativeEvent = { isComposing: true, keyCode: 13 }
  expect(keyAct(pressed('Enter', { ctrlKey: true, nativeEvent }), desk)).toBeUndefined()
})

test('ArrowUp edits the last message only where nothing is written', () => {
  expect(keyAct(pressed('ArrowUp'), { ...desk, isEmpty: true })).toBe('editLast')
  expect(keyAct(pressed('ArrowUp'), desk)).toBeUndefined()
})

test('Escape cancels', () => {
  expect(keyAct(pressed('Escape'), desk)).toBe('cancel')
})
