/**
 * What is wrong with what is on the screen, a line for each: what axe finds, in both themes, what
 * is too small to be hit, and what moves for somebody who wants nothing to move.
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { tooSmall } from './targets.ts'

export async function faultsOf(page: Page): Promise<string[]> {
  const others = [...(await moving(page)), ...(await tooSmall(page))]
  await standStill(page)
  const light = await (await axeAt(page)).analyze()
  await page.emulateMedia({ colorScheme: 'dark' })
  await standStill(page)
  // Only colours differ between themes.
  const dark = await (await axeAt(page)).withRules('color-contrast').analyze()
  await page.emulateMedia({ colorScheme: 'light' })
  return [...others, ...inWords('light', light), ...inWords('dark', dark)]
}

/**
 * Reading its source takes a browser four times as long as looking: once for a page is enough.
 * And all that is well would be listed with its place, which takes longer than looking, too.
 */
async function axeAt(page: Page): Promise<AxeBuilder> {
  const isThere = await page.evaluate(() => 'axe' in window)
  return new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
}

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>

function inWords(theme: string, { violations }: Results): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${theme}, ${id}: ${html}\n${failureSummary}`),
  )
}

/** What moves or fades although it was asked not to; what changes at once does neither. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) return []
    const isAtOnce = (effect: KeyframeEffect) =>
      Number(effect.getComputedTiming().duration) === 0 ||
      effect.getKeyframes().every(({ easing }) => easing.startsWith('step'))
    return document
      .getAnimations()
      .map(({ effect }) => effect)
      .filter(effect => effect instanceof KeyframeEffect && !isAtOnce(effect))
      .map(effect => `moves: ${effect instanceof KeyframeEffect && effect.target?.outerHTML}`)
  })
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
