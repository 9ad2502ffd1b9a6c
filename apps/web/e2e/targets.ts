/** Controls that are too small to be hit: a pointer needs 24 px, a finger 44. */
import type { Page } from 'playwright-core'

/** @returns a line for each control that is too small, in both directions of the screen */
export function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(inThePage)
}

function inThePage(): string[] {
  const needed = matchMedia('(pointer: coarse)').matches ? 44 : 24
  const controls =
    'a[href], button, input, select, textarea, [role^="menuitem"], [role="option"], [role="gridcell"]'

  const isShown = (control: Element) =>
    control.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    getComputedStyle(control).clipPath === 'none' // what only a screen reader is told
  /** Links within a text are as high as its lines. */
  const isText = (control: Element) => getComputedStyle(control).display === 'inline'
  /** A box to tick is ticked by its words as well. */
  const targetOf = (control: Element) => control.closest('label') ?? control

  return [...document.querySelectorAll(controls)]
    .filter(control => isShown(control) && !isText(control))
    .flatMap(control => {
      const target = targetOf(control)
      const box = target.getBoundingClientRect()
      const isLarge = box.width >= needed - 0.5 && box.height >= needed - 0.5
      if (isLarge) return []
      const name = control.getAttribute('aria-label') ?? control.textContent?.slice(0, 40)
      return `${Math.round(box.width)} by ${Math.round(box.height)} px is not ${needed}: ${control.localName} ${name}`
    })
}
