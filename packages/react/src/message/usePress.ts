/** The menu of a message by right click, by a finger that rests on it, and by the menu key. */
import { type MouseEvent, type PointerEvent, useCallback, useEffect, useRef } from 'react'

/** A finger that rests for so long wants the menu. */
const longPressMs = 500
/** A finger that moves further than this scrolls. */
const restsWithin = 10

export interface Point {
  x: number
  y: number
}

/** @param onMenu where, on the row with which index; says whether that has a menu */
export function usePress(onMenu: (index: number, at: Point) => boolean) {
  const pressed = useRef<{ at: Point; timer: ReturnType<typeof setTimeout> }>(undefined)
  const hadSelection = useRef(false)
  /** Some browsers ask for a menu of their own accord after a finger rested: it is there already. */
  const isServed = useRef(false)

  const end = useCallback(() => {
    clearTimeout(pressed.current?.timer)
    pressed.current = undefined
  }, [])
  useEffect(() => end, [end])

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      end()
      const { target, pointerType, clientX: x, clientY: y } = event
      isServed.current = false
      hadSelection.current = target instanceof Node && isSelected(target)
      const index = bubbleAt(target)
      if (pointerType !== 'touch' || index === -1 || isForBrowser(target)) return
      const serve = () => {
        pressed.current = undefined
        isServed.current = onMenu(index, { x, y })
        if (isServed.current) dropLifting()
      }
      pressed.current = { at: { x, y }, timer: setTimeout(serve, longPressMs) }
    },
    onPointerMove({ clientX, clientY }: PointerEvent<HTMLElement>) {
      const at = pressed.current?.at
      if (at && Math.hypot(clientX - at.x, clientY - at.y) > restsWithin) end()
    },
    onPointerUp: end,
    onPointerCancel: end,
    onContextMenu(event: MouseEvent<HTMLElement>) {
      const { target, currentTarget, shiftKey, clientX, clientY } = event
      // What stands elsewhere in the page, such as a menu, has nothing to do with it.
      if (!(target instanceof Node && currentTarget.contains(target))) return
      if (isServed.current) return event.preventDefault()
      const index = bubbleAt(target)
      if (index === -1 || shiftKey || hadSelection.current || isForBrowser(target)) return
      end()
      if (onMenu(index, { x: clientX, y: clientY })) event.preventDefault()
    },
  }
}

/** The row whose message was pressed; not what is beside it. */
function bubbleAt(target: EventTarget): number {
  if (!(target instanceof Element) || !target.closest('[data-said]')) return -1
  return Number(target.closest('[data-index]')?.getAttribute('data-index') ?? -1)
}

/** A link has a menu of the browser's own. */
function isForBrowser(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a[href]') !== null
}

/** Asked before the press does something: some systems choose the word that is pressed. */
function isSelected(node: Node): boolean {
  const selection = getSelection()
  return selection !== null && !selection.isCollapsed && selection.containsNode(node, true)
}

/** The finger is lifted after the menu came, which is neither a click nor takes the focus from it. */
function dropLifting(): void {
  const drop = (event: Event) => event.preventDefault()
  addEventListener('touchend', drop, { capture: true, once: true, passive: false })
  const forget = () => removeEventListener('touchend', drop, { capture: true })
  addEventListener('touchcancel', forget, { once: true })
}
