/** How long it takes from an event to the paint of what it brings about. */
import type { Page } from 'playwright-core'
import type { Latencies } from '../measure/latencies.ts'
import type { Figure } from '../scenario.ts'

/** @param shown the event, and where in the page which text is looked for after it */
export async function timed(
  page: Page,
  shown: [on: string, where: string, text: string],
  act: () => Promise<void>,
): Promise<number> {
  await page.evaluate(([on, where, text]) => window.watch.expect(on, where, text), shown)
  await act()
  return await page.evaluate(() => window.watch.shown())
}

export function percentiles(what: string, times: Latencies, target: number): Figure[] {
  return [
    { what: `${what}, p50`, value: times.percentile(50), unit: 'ms', target },
    { what: `${what}, p95`, value: times.percentile(95), unit: 'ms' },
  ]
}
