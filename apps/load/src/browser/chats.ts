/** One sits at the app for a while: writes, looks back, goes from one conversation to another. */
import type { Page } from 'playwright-core'
import { createLatencies, type Latencies } from '../measure/latencies.ts'
import type { Figure, Outcome } from '../scenario.ts'
import { heapMiB } from './heap.ts'
import type { Open } from './openPages.ts'

/** Messages of the conversation that was not looked at from its beginning before. */
export const long = 50_000

const keys = 40
const own = 20
const switches = 40

const field = 'main form textarea'
const log = '[role=log]'
const rowOf = (id: string) => `nav a[href="/c/${id}"]`

/** How long it takes from an event to the paint of what it brings about. */
async function timed(
  page: Page,
  shown: [on: string, where: string, text: string],
  act: () => Promise<void>,
) {
  await page.evaluate(([on, where, text]) => window.watch.expect(on, where, text), shown)
  await act()
  return await page.evaluate(() => window.watch.shown())
}

async function typing(page: Page): Promise<Latencies> {
  const times = createLatencies()
  await page.locator(field).fill('')
  for (let at = 0; at < keys; at += 1) {
    const text = 'a'.repeat(at + 1)
    times.record(await timed(page, ['keydown', field, text], () => page.locator(field).press('a')))
  }
  await page.locator(field).fill('')
  return times
}

async function sending(page: Page): Promise<Latencies> {
  const times = createLatencies()
  for (let at = 0; at < own; at += 1) {
    const text = `measured message ${at} of my own.`
    await page.locator(field).fill(text)
    times.record(
      await timed(page, ['keydown', `${log} article`, text], () =>
        page.locator(field).press('Enter'),
      ),
    )
  }
  return times
}

/** Up to the very first message, as fast as it comes. @returns seconds */
async function toBeginning(page: Page): Promise<number> {
  const begun = performance.now()
  await page.locator(log).evaluate(async element => {
    const isThere = () =>
      [...element.querySelectorAll('p')].some(said => said.textContent.startsWith('1/1: '))
    while (!isThere()) {
      element.scrollTop = 0
      await new Promise(requestAnimationFrame)
    }
  })
  return (performance.now() - begun) / 1000
}

/** Back down with the wheel, as somebody looks for something. */
async function scrolling(page: Page): Promise<Figure[]> {
  await page.locator(log).hover()
  await page.evaluate(() => window.watch.scrolling())
  for (let at = 0; at < 200; at += 1) await page.mouse.wheel(0, 400)
  const { frameMs, mostRows } = await page.evaluate(() => window.watch.frames())
  const late = frameMs[Math.floor(frameMs.length * 0.95)] ?? 0
  return [
    { what: `wheel through ${long}: frame, p95 of ${frameMs.length}`, value: late, unit: 'ms' },
    { what: 'the longest frame', value: frameMs.at(-1) ?? 0, unit: 'ms' },
    { what: 'most rows in the document', value: mostRows, unit: '', target: 200 },
  ]
}

async function switching(page: Page, ids: string[]): Promise<Latencies> {
  const times = createLatencies()
  for (let at = 0; at < switches; at += 1) {
    const nth = at % ids.length
    const row = page.locator(rowOf(ids[nth] ?? ''))
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
  return {
    what: `memory after ${ids.length} conversations, more`,
    value: grown,
    unit: 'MiB',
    target: 50,
  }
}

function percentiles(what: string, times: Latencies, target: number): Figure[] {
  return [
    { what: `${what}, p50`, value: times.percentile(50), unit: 'ms', target },
    { what: `${what}, p95`, value: times.percentile(95), unit: 'ms' },
  ]
}

export async function chats(open: Open, longId: string, others: string[]): Promise<Outcome> {
  const page = await open(`/c/${longId}`)
  await page.locator(`${log} article`).last().waitFor()
  const few = await typing(page)
  const empty = await heapMiB(page)
  const upSeconds = await toBeginning(page)
  const scrolled = await scrolling(page)
  const held = (await heapMiB(page)) - empty
  const many = await typing(page)
  const sent = await sending(page)
  const switched = await switching(page, others.slice(0, 6))
  const walked = await walking(page, others)
  const { inpMs, inpOf, interactions, cls } = await page.evaluate(() => window.watch.vitals())
  const figures: Figure[] = [
    ...percentiles('key to paint, one page loaded', few, 16),
    ...percentiles(`key to paint, ${long} loaded`, many, 16),
    ...percentiles('own message on the screen', sent, 50),
    ...percentiles('another conversation, from cache', switched, 100),
    ...scrolled,
    { what: `up to the first of ${long}`, value: upSeconds, unit: 's' },
    { what: `memory for ${long} messages, more`, value: held, unit: 'MiB' },
    walked,
    { what: `INP, longest of ${interactions} interactions`, value: inpMs, unit: 'ms', target: 100 },
    { what: 'CLS of all that', value: cls, unit: '', target: 0.05 },
  ]
  return { figures, notes: [`The longest interaction: ${inpOf}.`] }
}
