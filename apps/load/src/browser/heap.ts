/** What a page holds in memory when all that can go is gone. */
import type { Page } from 'playwright-core'

export async function heapMiB(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  try {
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    return usedSize / 2 ** 20
  } finally {
    await session.detach()
  }
}
