import { expect, test } from 'vitest'
import { faultsOf } from './axe.ts'
import { blockingProxy } from './blockingProxy.ts'
import { withChromium } from './chromium.ts'
import { useStage } from './stage.ts'

withChromium(() => {
  const stage = useStage()

  test('where a network blocks WebSockets people chat all the same, and are told why it is slow', async () => {
    const { server, refused } = await blockingProxy()
    const maria = await stage.enter('maria', await stage.openWindow({ proxy: { server } }))
    const diego = await stage.enter('diego')
    await maria.row('Diego Duarte').waitFor({ timeout: 40_000 })
    expect(refused()).toBeGreaterThanOrEqual(3) // so many attempts come first
    await maria.openConversation('Diego Duarte')
    await diego.openConversation('Maria Meyer')
    for (const { page } of [maria, diego])
      await page.getByRole('main').locator('header').getByText('Online').waitFor()
    await maria.say('Slow, but sure.')
    await diego.bubble('Slow, but sure.').waitFor()
    await diego.say('Here at once.')
    await maria.bubble('Here at once.').waitFor()
    await maria.tick('Slow, but sure.', 'Read').waitFor()

    const note = maria.page.getByRole('status').filter({ hasText: 'slower connection' })
    await note.getByText('Your network blocks WebSockets').waitFor()
    expect(await faultsOf(maria.page)).toEqual([])
    await note.getByRole('button', { name: 'Close' }).click()
    await note.waitFor({ state: 'hidden' })
  })
})
