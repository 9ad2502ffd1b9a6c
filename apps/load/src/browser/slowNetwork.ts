/** A phone on a slow 4G network, with the figures that Lighthouse uses for one. */
import type { Page } from 'playwright-core'

const bytesPerSecond = (1.6 * 1024 * 1024) / 8
const processorSlower = 4

export async function slow4G(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond / 2,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: processorSlower })
}
