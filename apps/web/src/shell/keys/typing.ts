/** What an element does with keys by itself. */

const noText = new Set(['button', 'checkbox', 'color', 'file', 'radio', 'range', 'reset', 'submit'])

/** Whether letters go into it. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !noText.has(target.type)
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLElement && target.isContentEditable
}

/** Whether there is text to walk through: on a Mac, Alt with the arrows does that. */
export function isFilled(target: EventTarget | null): boolean {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  return isField && isTyping(target) && target.value !== ''
}

/** Whether Alt with the arrows opens it. */
export function opensByArrow(target: EventTarget | null): boolean {
  if (target instanceof HTMLSelectElement) return true
  return target instanceof HTMLElement && target.matches('[role="combobox"][aria-expanded="true"]')
}
