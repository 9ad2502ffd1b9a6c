/** A conversation that somebody scrolled back to its beginning: all of it is loaded. */
import type { Page } from 'playwright-core'
import { createLatencies, type Latencies } from '../measure/latencies.ts'
import { describe } from '../profile/describe.ts'
import { saveProfile } from '../profile/save.ts'
import type { Figure, Outcome } from '../scenario.ts'
import { heapMiB } from './heap.ts'
import { mainThreadMs, pageProfile } from './pageCpu.ts'
import { percentiles, timed } from './timed.ts'

/** Messages of the conversation that was not looked at from its beginning before. */
export const long = 50_000

const keys = 40
const own = 20
const incoming = 20
/**
 * From one message of the other to the next. What one makes the page do goes on when it is on the
 * screen (it is reported as read, and the list of conversations moves), and its end shows nowhere.
 */
const restMs = 300

export const field = 'main form textarea'
export const log = '[role=log]'
let count = 0

/** Who is at the other end. */
export interface Other {
  say(text: string): Promise<unknown>
}

export async function typing(page: Page): Promise<Latencies> {
  const times = createLatencies()
  await page.locator(field).fill('')
  for (let at = 0; at < keys; at += 1) {
    const text = 'a'.repeat(at + 1)
    times.record(await timed(page, ['keydown', field, text], () => page.locator(field).press('a')))
  }
  await page.locator(field).fill('')
  return times
}

export async function sending(page: Page): Promise<Latencies> {
  const times = createLatencies()
  for (let at = 0; at < own; at += 1) {
    count += 1
    const text = `measured message ${count} of my own.`
    await page.locator(field).fill(text)
    const enter = () => page.locator(field).press('Enter')
    times.record(await timed(page, ['keydown', `${log} article`, text], enter))
  }
  return times
}

/** Each of them apart, with all that it makes the page do. */
async function receiving(page: Page, other: Other): Promise<Figure> {
  const ms = await mainThreadMs(page, async () => {
    for (let at = 0; at < incoming; at += 1) {
      count += 1
      await other.say(`measured message ${count} of theirs.`)
      await page.waitForTimeout(restMs)
    }
  })
  const what = `one message of the other, ${long} loaded: CPU of the main thread`
  return { what, value: ms / incoming, unit: 'ms' }
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
  await page.evaluate(rows => window.watch.scrolling(rows), `${log} [data-index]`)
  for (let at = 0; at < 200; at += 1) await page.mouse.wheel(0, 400)
  const { frameMs, mostRows } = await page.evaluate(() => window.watch.frames())
  const late = frameMs[Math.floor(frameMs.length * 0.95)] ?? 0
  return [
    { what: `wheel through ${long}: frame, p95 of ${frameMs.length}`, value: late, unit: 'ms' },
    { what: 'the longest frame', value: frameMs.at(-1) ?? 0, unit: 'ms' },
    { what: 'most rows in the document', value: mostRows, unit: '', target: 200 },
  ]
}

interface Given {
  other: Other
  profile: boolean
}

/** @param page with the newest page of the conversation */
export async function longChat(page: Page, { other, profile }: Given): Promise<Outcome> {
  const empty = await heapMiB(page)
  const upSeconds = await toBeginning(page)
  const scrolled = await scrolling(page)
  const held = (await heapMiB(page)) - empty
  const typed = await typing(page)
  const sent = await sending(page)
  const received = await receiving(page, other)
  const notes = profile ? await profiled(page, other) : []
  const figures: Figure[] = [
    { what: `up to the first of ${long}`, value: upSeconds, unit: 's' },
    ...scrolled,
    { what: `memory for ${long} messages, more`, value: held, unit: 'MiB' },
    ...percentiles(`key to paint, ${long} loaded`, typed, 16),
    ...percentiles(`own message on the screen, ${long} loaded`, sent, 50),
    received,
  ]
  return { figures, notes }
}

async function profiled(page: Page, other: Other): Promise<string[]> {
  const profile = await pageProfile(page, async () => {
    await sending(page)
    await receiving(page, other)
  })
  return [...describe(profile, 'The page'), await saveProfile('web', profile)]
}
