/** One sits at the app for a while: writes, looks back, goes from one conversation to another. */
import type { Page } from 'playwright-core'
import { createLatencies, type Latencies } from '../measure/latencies.ts'
import type { Figure } from '../scenario.ts'
import { heapMiB } from './heap.ts'
import { field, log, longChat, type Other, sending, typing } from './longChat.ts'
import type { Open } from './openPages.ts'
import { percentiles, timed } from './timed.ts'

const switches = 40

async function switching(page: Page, ids: string[]): Promise<Latencies> {
  const times = createLatencies()
  for (let at = 0; at < switches; at += 1) {
    const nth = at % ids.length
    const row = page.locator(`nav a[href="/c/${ids[nth]}"]`)
    const last = `${nth + 2}/60: `
    const shown = await timed(page, ['click', `${log} p`, last], () => row.click())
    // The first time each is fetched.
    if (at >= ids.length) times.record(shown)
  }
  return times
}

/** As links do it: the list need not show them. */
async function visit(page: Page, id: string, last: string): Promise<void> {
  await page.evaluate(path => history.pushState(null, '', path), `/c/${id}`)
  await page.locator(`${log} p`).filter({ hasText: last }).first().waitFor()
}

async function walking(page: Page, ids: string[]): Promise<Figure> {
  const before = await heapMiB(page)
  for (const [at, id] of ids.entries()) await visit(page, id, `${at + 2}/60: `)
  const grown = (await heapMiB(page)) - before
  const what = `memory after ${ids.length} conversations, more`
  return { what, value: grown, unit: 'MiB', target: 50 }
}

interface Given {
  longId: string
  others: string[]
  /** Writes into the long conversation. */
  other: Other
  profile: boolean
}

export async function chats(open: Open, { longId, others, other, profile }: Given) {
  const page = await open(`/c/${longId}`)
  await page.locator(`${log} article`).last().waitFor()
  const keys = await typing(page)
  const own = await sending(page)
  await page.locator(field).fill('')
  const { figures, notes } = await longChat(page, { other, profile })
  const switched = await switching(page, others.slice(0, 6))
  const walked = await walking(page, others)
  const { inpMs, longestMs, inpOf, interactions, cls } = await page.evaluate(() =>
    window.watch.vitals(),
  )
  await page.context().close()
  const all: Figure[] = [
    ...percentiles('key to paint, one page loaded', keys, 16),
    ...percentiles('own message on the screen, one page loaded', own, 50),
    ...figures,
    ...percentiles('another conversation, from cache', switched, 100),
    walked,
    { what: `INP, of ${interactions} interactions`, value: inpMs, unit: 'ms', target: 100 },
    { what: 'the longest of them', value: longestMs, unit: 'ms' },
    { what: 'CLS of all that', value: cls, unit: '', target: 0.05 },
  ]
  return { figures: all, notes: [`The longest interaction: ${inpOf}.`, ...notes] }
}
