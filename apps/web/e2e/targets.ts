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

  /** A link may be spread over all of its card. */
  function sizeOf(target: Element) {
    const after = getComputedStyle(target, '::after')
    if (after.position !== 'absolute') return target.getBoundingClientRect()
    return { width: Number.parseFloat(after.width), height: Number.parseFloat(after.height) }
  }

  return [...document.querySelectorAll(controls)]
    .filter(control => isShown(control) && !isText(control))
    .flatMap(control => {
      const { width, height } = sizeOf(targetOf(control))
      if (width >= needed - 0.5 && height >= needed - 0.5) return []
      const name = control.getAttribute('aria-label') ?? control.textContent?.slice(0, 40)
      return `${Math.round(width)} by ${Math.round(height)} px is not ${needed}: ${control.localName} ${name}`
    })
}
