import { arabic } from '@parley/react/words/arabic'
import { expect, test } from 'vitest'
import { arabic as ownArabic } from '../src/words/arabic.ts'
import { faultsOf } from './axe.ts'
import { withChromium } from './chromium.ts'
import { phone, useStage } from './stage.ts'

withChromium(() => {
  const stage = useStage()
  const still = { colorScheme: 'light' } as const

  test('another language is chosen in the menu, mirrors the page, and goes again', async () => {
    const maria = await stage.enter('maria', await stage.openWindow(still))
    const { page } = maria
    await maria.openConversation('Carla Conti')
    const address = page.url()
    expect(await page.locator('html').getAttribute('dir')).toBe('ltr')
    // The service worker keeps all languages, but no page waits for another one.
    const fetched = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    )
    expect(fetched.filter(name => /arabic/i.test(name))).toEqual([])

    await page.getByRole('button', { name: /^Account/ }).click()
    await page.getByRole('menuitemradio', { name: 'العربية' }).click()
    await page.locator('html[lang=ar][dir=rtl]').waitFor()
    expect(page.url()).toBe(address)
    const log = page.getByRole('log', { name: /Carla Conti/ })
    await log.waitFor()

    await page.getByRole('textbox', { name: arabic.composer.label }).fill('أهلًا Carla، 3 مرات.')
    await page.getByRole('button', { name: arabic.composer.send, exact: true }).click()
    const own = log.getByRole('article').filter({ hasText: 'أهلًا' })
    await own
      .getByRole('img', { name: arabic.message.ticks.sent })
      .or(own.getByRole('img', { name: arabic.message.ticks.delivered }))
      .waitFor()
    const text = own.getByRole('paragraph')
    expect(await text.evaluate(element => getComputedStyle(element).direction)).toBe('rtl')
    // What one says oneself stands where lines end, which is on the left.
    const [bubble, room] = [await text.boundingBox(), await log.boundingBox()]
    expect(bubble?.x).toBeLessThan((room?.x ?? 0) + 200)

    const diego = await stage.enter('diego')
    await diego.openConversation('Maria Meyer')
    const row = page.getByRole('link').filter({ hasText: 'Diego Duarte' })
    for (const [index, forms] of [1, 2, 3].entries()) {
      await diego.say(`Number ${forms}`)
      await row.getByText(arabic.conversations.unread(index + 1), { exact: true }).waitFor()
    }
    expect(await faultsOf(page)).toEqual([])

    await page.getByRole('button', { name: ownArabic.account.menu }).first().click()
    await page.getByRole('menu').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('menuitemradio', { name: 'English' }).click()
    await page.locator('html[lang=en][dir=ltr]').waitFor()
    await maria.bubble('أهلًا').waitFor()
  })

  test('the browser’s language comes first, and the choice is kept', async () => {
    const visitor = await stage.visit('/', await stage.openWindow({ ...still, locale: 'ar-EG' }))
    const { page } = visitor
    await page.getByRole('heading', { name: ownArabic.signIn.ownTitle }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'English', exact: true }).click()
    await visitor.button('Sign in').waitFor()
    await page.reload()
    await visitor.button('Sign in').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')

    const noah = await stage.visit(
      '/?as=noah',
      await stage.openWindow({ ...still, ...phone, locale: 'ar-EG' }),
    )
    await noah.page.getByRole('listitem').getByRole('link').first().waitFor()
    expect(await faultsOf(noah.page)).toEqual([])
    await noah.page.getByRole('listitem').getByRole('link').first().tap()
    await noah.log.waitFor()
    expect(await faultsOf(noah.page)).toEqual([])
  })
})
