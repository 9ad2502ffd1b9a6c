/** From the newest message to one of long ago, as a link leads there, and back. */
import { createLatencies } from '../measure/latencies.ts'
import type { Figure } from '../scenario.ts'
import { log, long } from './longChat.ts'
import type { Open } from './openPages.ts'
import { percentiles, timed } from './timed.ts'

const back = 40_000
const times = 10

export async function farBack(open: Open, longId: string): Promise<Figure[]> {
  const page = await open(`/c/${longId}`)
  await page.locator(`${log} article`).last().waitFor()
  const [there, again] = [createLatencies(), createLatencies()]
  for (let at = 0; at < times; at += 1) {
    // Each so far from the others that nothing of it is loaded.
    const seq = long - back + at * 500
    const path = `/c/${longId}/${seq}`
    const go = () =>
      page.evaluate(path => {
        dispatchEvent(new Event('go'))
        history.pushState(null, '', path)
      }, path)
    there.record(await timed(page, ['go', `${log} p`, `1/${seq}: `], go))
    const toLatest = page.getByRole('button', { name: 'Jump to the latest message' })
    const click = () => toLatest.click()
    again.record(await timed(page, ['click', `${log} p`, `1/${long}: `], click))
  }
  await page.context().close()
  return [
    ...percentiles(`to a message ${back} back, fetched`, there, 300),
    ...percentiles('from there to the newest', again, 100),
  ]
}
