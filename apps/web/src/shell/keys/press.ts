/** Whether a key that was pressed is one of a written combination, like `Mod+K`: pure. */

export type Pressed = Pick<
  KeyboardEvent,
  | 'key'
  | 'code'
  | 'ctrlKey'
  | 'metaKey'
  | 'altKey'
  | 'shiftKey'
  | 'isComposing'
  | 'keyCode'
  | 'getModifierState'
>

/** While an input method composes, keys are its own; Safari says so by the code 229 alone. */
export function isComposed({ isComposing, keyCode }: Pressed): boolean {
  return isComposing || keyCode === 229
}

/** @param isApple where `Mod` is the Command key, otherwise Control */
export function isPressed(combination: string, pressed: Pressed, isApple: boolean): boolean {
  const parts = combination.split('+')
  const key = parts.at(-1) ?? ''
  const held = new Set(parts.slice(0, -1))
  if (pressed.ctrlKey !== (held.has('Mod') && !isApple)) return false
  if (pressed.metaKey !== (held.has('Mod') && isApple)) return false
  if (pressed.altKey !== held.has('Alt') || pressed.getModifierState('AltGraph')) return false
  // Where a sign lies differs from keyboard to keyboard, and so whether Shift makes it.
  const isSign = key.length === 1 && !isLetter(key)
  return (isSign || pressed.shiftKey === held.has('Shift')) && isKey(key, pressed)
}

function isLetter(key: string): boolean {
  return /^[A-Z]$/.test(key)
}

/** Where a keyboard has other letters, it is the key at that place. */
function isKey(key: string, pressed: Pressed): boolean {
  if (!isLetter(key)) return pressed.key === key
  const isLatin = /^[a-z]$/i.test(pressed.key)
  return isLatin ? pressed.key.toUpperCase() === key : pressed.code === `Key${key}`
}
