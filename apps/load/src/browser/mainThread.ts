/** What the main thread of a page did, from Chromium's own trace. */
import type { Browser, Page } from 'playwright-core'
import * as z from 'zod/mini'

const event = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.optional(z.number()),
  /** Of it, the time in which the thread had a processor: what other programs take is not the page's. */
  tdur: z.optional(z.number()),
  args: z.optional(z.looseObject({ name: z.optional(z.unknown()) })),
})

const trace = z.object({ traceEvents: z.array(event) })
type Event = z.infer<typeof event>

/** In time of the processor. */
export interface MainThread {
  longestMs: number
  cpuMs: number
}

const categories = ['toplevel', 'blink.user_timing', '__metadata']

/** Traces while `act` runs; what counts lies between the page's marks "arrived" and "painted". */
export async function tracing(
  browser: Browser,
  page: Page,
  act: () => Promise<unknown>,
): Promise<MainThread> {
  await browser.startTracing(page, { categories })
  await act()
  const bytes = await browser.stopTracing()
  return mainThreadIn(trace.parse(JSON.parse(bytes.toString())).traceEvents)
}

export function mainThreadIn(events: readonly Event[]): MainThread {
  const from = events.find(({ name }) => name === 'arrived')
  const to = events.findLast(({ name }) => name === 'painted')
  if (!from || !to)
    throw new Error('The trace does not say when the frame arrived and was painted.')
  const tasks = events.filter(
    ({ name, pid, tid, ts, dur = 0 }) =>
      name === 'ThreadControllerImpl::RunTask' &&
      pid === from.pid &&
      tid === from.tid &&
      ts + dur > from.ts &&
      ts < to.ts,
  )
  const took = tasks.map(({ dur = 0, tdur = dur }) => tdur / 1000)
  return { longestMs: Math.max(0, ...took), cpuMs: took.reduce((sum, ms) => sum + ms, 0) }
}
