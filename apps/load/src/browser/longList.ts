/** Somebody with very many conversations goes through the list of them. */
import type { Page } from 'playwright-core'
import type { Figure } from '../scenario.ts'
import type { Open } from './openPages.ts'

export const most = 10_000
const sizes = [1000, most]

/** Down until so many are loaded, as fast as they come. @returns seconds */
async function down(page: Page, size: number): Promise<number> {
  const begun = performance.now()
  await page.locator('nav ul').evaluate(async (list, size) => {
    const scroller = list.parentElement
    const reached = () => Number(list.lastElementChild?.getAttribute('aria-posinset') ?? 0)
    while (scroller && reached() < size) {
      scroller.scrollTop = scroller.scrollHeight
      await new Promise(requestAnimationFrame)
    }
  }, size)
  return (performance.now() - begun) / 1000
}

async function wheelUp(page: Page) {
  await page.locator('nav ul').hover()
  await page.evaluate(() => window.watch.scrolling('nav li[data-index]'))
  for (let at = 0; at < 100; at += 1) await page.mouse.wheel(0, -300)
  return await page.evaluate(() => window.watch.frames())
}

export async function longList(open: Open): Promise<Figure[]> {
  const page = await open('/')
  await page.locator('nav a[href^="/c/"]').first().waitFor()
  const figures: Figure[] = []
  for (const size of sizes) {
    const seconds = await down(page, size)
    const { frameMs, mostRows } = await wheelUp(page)
    const late = frameMs[Math.floor(frameMs.length * 0.95)] ?? 0
    figures.push(
      { what: `list of ${size}: down to its end`, value: seconds, unit: 's' },
      { what: `list of ${size}: frame, p95 of ${frameMs.length}`, value: late, unit: 'ms' },
      { what: `list of ${size}: the longest frame`, value: frameMs.at(-1) ?? 0, unit: 'ms' },
      { what: `list of ${size}: most rows drawn`, value: mostRows, unit: '', target: 200 },
    )
  }
  await page.context().close()
  return figures
}
