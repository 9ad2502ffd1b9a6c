/** Changes reach an open page: one now and then, or a thousand at once. */
import type { Browser, Page } from 'playwright-core'
import { createLatencies } from '../measure/latencies.ts'
import type { Writer } from './crowd.ts'
import { type MainThread, tracing } from './mainThread.ts'
import type { Counts, Times } from './probe.ts'

let count = 0

/** Each time from the arrival of a frame with one message until the page is changed, and until it is painted. */
export async function oneByOne(page: Page, writer: Writer, times: number) {
  const changed = createLatencies()
  const painted = createLatencies()
  for (let at = 1; at <= times; at += 1) {
    count += 1
    const text = `one change, number ${count}.`
    await page.evaluate(wanted => window.probe.expect(wanted), text)
    await writer.say([text])
    const { changedMs, paintedMs } = await page.evaluate(() => window.probe.painted())
    changed.record(changedMs)
    painted.record(paintedMs)
  }
  return { changed, painted }
}

export type Burst = MainThread & Times & Counts

interface Given {
  browser: Browser
  page: Page
  writers: Writer[]
  changes: number
  changesPerFrame: number
}

/** The changes are made by the server, kept back at the door of the page, and let in together. */
export async function burst(given: Given): Promise<Burst> {
  const { browser, page, writers, changes, changesPerFrame } = given
  count += 1
  const name = `burst ${count}`
  await page.evaluate(() => window.probe.hold())
  await Promise.all(
    writers.map((writer, at) => {
      const share = Array.from({ length: changes / writers.length }, (_, each) => each)
      return writer.say(share.map(each => `${name}, message ${each + 1} of writer ${at}`))
    }),
  )
  await page.waitForFunction(most => window.probe.held() >= most, changes)
  // Whoever was last is told apart by one more change, with which the page is done.
  const last = `${name} is over.`
  await writers[0]?.say([last])
  await page.waitForFunction(most => window.probe.held() > most, changes)
  let times: Times = { changedMs: 0, paintedMs: 0 }
  const thread = await tracing(browser, page, async () => {
    times = await page.evaluate(
      async ([size, text]) => {
        window.probe.expect(text)
        window.probe.release(size)
        return await window.probe.painted()
      },
      [changesPerFrame, last] as const,
    )
  })
  // What is gathered for the store is written within a second.
  await page.waitForTimeout(1500)
  return { ...thread, ...times, ...(await page.evaluate(() => window.probe.counts())) }
}
