import type { KeyboardEvent } from 'react'

/** What a key means in the composer; nothing where the field itself knows best. */
export type KeyAct = 'send' | 'cancel' | 'editLast'

interface Circumstances {
  /** A phone's keyboard has no Shift to hold, so there Enter breaks the line. */
  isTouch: boolean
  isEmpty: boolean
}

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'> & {
  nativeEvent: Pick<globalThis.KeyboardEvent, 'isComposing' | 'keyCode'>
}

export function keyAct(pressed: Pressed, { isTouch, isEmpty }: Circumstances): KeyAct | undefined {
  const { key, shiftKey, altKey, ctrlKey, metaKey, nativeEvent } = pressed
  // While an input method composes, keys are its own; Safari says so by the code 229 alone.
  if (nativeEvent.isComposing || nativeEvent.keyCode === 229) return undefined
  if (key === 'Enter' && (ctrlKey || metaKey)) return 'send'
  if (key === 'Enter' && !shiftKey && !altKey && !isTouch) return 'send'
  if (key === 'Escape') return 'cancel'
  if (key === 'ArrowUp' && isEmpty && !shiftKey && !altKey) return 'editLast'
  return undefined
}
