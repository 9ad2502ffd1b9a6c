/** The app is opened: by somebody new, again, and on a phone with a slow network. */
import type { Page } from 'playwright-core'
import type { Figure, Outcome } from '../scenario.ts'
import type { Open } from './openPages.ts'
import { slow4G } from './slowNetwork.ts'
import type { Vitals } from './watch.ts'

const times = 5
/** What moves does so before that. */
const settledMs = 1500

async function settled(page: Page): Promise<Vitals> {
  await page.locator('nav a[href^="/c/"]').first().waitFor({ state: 'attached' })
  await page.waitForTimeout(settledMs)
  return await page.evaluate(() => window.watch.vitals())
}

/** The median of the first paints, the worst of what moved. */
function figuresOf(what: string, all: Vitals[], lcpTarget: number): Figure[] {
  const lcps = all.map(({ lcpMs }) => lcpMs).toSorted((a, b) => a - b)
  const median = lcps[Math.floor(lcps.length / 2)] ?? 0
  return [
    { what: `${what}: LCP, median of ${all.length}`, value: median, unit: 'ms', target: lcpTarget },
    {
      what: `${what}: CLS, worst`,
      value: Math.max(...all.map(({ cls }) => cls)),
      unit: '',
      target: 0.05,
    },
  ]
}

export async function loads(open: Open, longId: string): Promise<Outcome> {
  const first: Vitals[] = []
  const again: Vitals[] = []
  const slow: Vitals[] = []
  for (let at = 0; at < times; at += 1) {
    const page = await open(`/c/${longId}`)
    first.push(await settled(page))
    await page.reload()
    again.push(await settled(page))
    await page.context().close()
    const phone = await open('/', async page => {
      await page.setViewportSize({ width: 375, height: 740 })
      await slow4G(page)
    })
    slow.push(await settled(phone))
    await phone.context().close()
  }
  const figures = [
    ...figuresOf('first load, a conversation', first, 1500),
    ...figuresOf('second load', again, 1500),
    ...figuresOf('first load on slow 4G, a quarter of the processor', slow, 2500),
  ]
  const worst = [...first, ...again, ...slow].toSorted((a, b) => b.cls - a.cls)[0]
  return { figures, notes: worst ? [`What moved most while loading: ${worst.clsOf}.`] : [] }
}
