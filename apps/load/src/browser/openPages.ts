/** Pages of the app, each in a browser of its own as far as it can tell. */
import type { Browser, Page } from 'playwright-core'
import { installWatch } from './watch.ts'
import { wholeWindow } from './wholeWindow.ts'

/** @param prepare what is done to the page before it loads anything */
export type Open = (path: string, prepare?: (page: Page) => Promise<void>) => Promise<Page>

/** @param as what stands in `/?as=` */
export function openPages(browser: Browser, url: string, as: string): Open {
  return async (path, prepare = async () => {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    // tsx gives functions their names by a helper that it does not send along.
    await context.addInitScript({ content: 'globalThis.__name = named => named' })
    await context.addInitScript(installWatch)
    const page = await context.newPage()
    await wholeWindow(page)
    await prepare(page)
    await page.goto(`${url}${path}?as=${as}`)
    return page
  }
}
