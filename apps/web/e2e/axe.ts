/** What axe finds wrong with what is on the screen, in both themes, a line for each. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

export async function faultsOf(page: Page): Promise<string[]> {
  await standStill(page)
  const light = await (await axeAt(page)).analyze()
  await page.emulateMedia({ colorScheme: 'dark' })
  await standStill(page)
  // Only colours differ between themes.
  const dark = await (await axeAt(page)).withRules('color-contrast').analyze()
  await page.emulateMedia({ colorScheme: 'light' })
  return [...inWords('light', light), ...inWords('dark', dark)]
}

/** Reading its source takes a browser four times as long as looking: once for a page is enough. */
async function axeAt(page: Page): Promise<AxeBuilder> {
  const isThere = await page.evaluate(() => 'axe' in window)
  return new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) }).setLegacyMode()
}

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>

function inWords(theme: string, { violations }: Results): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${theme}, ${id}: ${html}\n${failureSummary}`),
  )
}

/** What is still fading in has other colours than a moment later. */
async function standStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
}
