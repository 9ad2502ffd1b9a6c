import { type RefObject, useLayoutEffect } from 'react'

/** Longer ones are higher than any field grows; measuring them costs more than the key itself. */
const measuredUpTo = 8_000

/** Grows a text field with its text; its `max-height` says how far. */
export function useAutoHeight(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const element = field.current
    if (!element) return
    if (text.length > measuredUpTo) {
      element.style.height = '100dvh'
      return
    }
    element.style.height = 'auto'
    const border = element.offsetHeight - element.clientHeight
    element.style.height = `${element.scrollHeight + border}px`
  }, [field, text])
}
