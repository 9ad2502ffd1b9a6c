/** A window in which all of a page's viewport is really drawn. */
import type { Page } from 'playwright-core'

/** More than the tabs and the address above a page take, which a window without a screen has too. */
const aboveThePage = 200

/**
 * The window is made as high as the viewport, its bars included, so the lowest part of the page
 * lies outside. What changes only there is never presented, until something above changes too:
 * INP counted a second for a key in the composer that was drawn at once.
 */
export async function wholeWindow(page: Page): Promise<void> {
  const viewport = page.viewportSize()
  if (!viewport) return
  const session = await page.context().newCDPSession(page)
  try {
    const { windowId } = await session.send('Browser.getWindowForTarget')
    const bounds = { width: viewport.width, height: viewport.height + aboveThePage }
    await session.send('Browser.setWindowBounds', { windowId, bounds })
  } finally {
    await session.detach()
  }
}
