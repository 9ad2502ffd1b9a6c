import { type PointerEvent, type TouchEvent, useRef } from 'react'

const after = 500
/** A finger is never quite still. */
const slack = 10

/**
 * A finger that stays where it is. Some browsers have a context menu for that and some have
 * none. Lifted, it clicks nothing.
 */
export function useLongPress(onLong: (press: { target: Element; x: number; y: number }) => void) {
  const press = useRef<{ x: number; y: number; timer: ReturnType<typeof setTimeout> }>(undefined)
  const wasLong = useRef(false)

  function end() {
    clearTimeout(press.current?.timer)
    press.current = undefined
  }
  return {
    onPointerDown({ pointerType, isPrimary, target, clientX: x, clientY: y }: PointerEvent) {
      end()
      wasLong.current = false
      if (pointerType !== 'touch' || !isPrimary || !(target instanceof Element)) return
      const timer = setTimeout(() => {
        press.current = undefined
        wasLong.current = true
        onLong({ target, x, y })
      }, after)
      press.current = { x, y, timer }
    },
    onPointerMove({ clientX, clientY }: PointerEvent) {
      const { x, y } = press.current ?? { x: clientX, y: clientY }
      if (Math.hypot(clientX - x, clientY - y) > slack) end()
    },
    onPointerUp: end,
    onPointerCancel: end,
    onTouchEnd(event: TouchEvent) {
      if (wasLong.current && event.cancelable) event.preventDefault()
    },
  }
}
