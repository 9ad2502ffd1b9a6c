/** What the main thread of a page used of a processor, whatever else the machine did. */
import type { CDPSession, Page } from 'playwright-core'
import { type Profile, profileOf } from '../profile/profile.ts'

export async function mainThreadMs(page: Page, act: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page)
  try {
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    const before = await busyMs(session)
    await act()
    return (await busyMs(session)) - before
  } finally {
    await session.detach()
  }
}

async function busyMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  const tasks = metrics.find(({ name }) => name === 'TaskDuration')
  return (tasks?.value ?? 0) * 1000
}

/** DevTools open it; names of functions are those of the built app. */
export async function pageProfile(page: Page, act: () => Promise<unknown>): Promise<Profile> {
  const session = await page.context().newCDPSession(page)
  try {
    await session.send('Profiler.enable')
    await session.send('Profiler.setSamplingInterval', { interval: 500 })
    await session.send('Profiler.start')
    await act()
    return profileOf((await session.send('Profiler.stop')).profile)
  } finally {
    await session.detach()
  }
}
