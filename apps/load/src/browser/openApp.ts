/** The built app in a browser, signed in as a demo person, with the probe in its page. */
import type { Browser } from 'playwright-core'
import { installProbe } from './probe.ts'

/** @param as what stands in `/?as=` */
export async function openApp(browser: Browser, url: string, as: string, conversationId: string) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  // tsx gives functions their names by a helper that it does not send along.
  await context.addInitScript({ content: 'globalThis.__name = named => named' })
  await context.addInitScript(installProbe)
  const page = await context.newPage()
  await page.goto(`${url}/c/${conversationId}?as=${as}`)
  await page.getByRole('log').waitFor()
  return page
}
