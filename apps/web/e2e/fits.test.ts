/** The app fits: narrow screens, text twice as large, a phone's keyboard, and the theme from the first picture on. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withChromium } from './chromium.ts'
import { atRest } from './movement.ts'
import type { Person } from './person.ts'
import { phone, useStage } from './stage.ts'

withChromium(() => {
  const stage = useStage()
  const narrow = { ...phone, viewport: { width: 320, height: 568 } }
  /** What is left of 1280 by 800 where everything is shown twice as large. */
  const zoomed = { viewport: { width: 640, height: 400 } }

  test.each([
    ['at 320 px', 'noah', narrow],
    ['at 200 %', 'aisha', zoomed],
  ])('%s all can be reached, and nothing has to be moved sideways', async (_size, as, options) => {
    const person = await stage.enter(as, await stage.openWindow(options))
    const { page } = person
    const found: string[] = []
    const look = async (name: string) => {
      for (const fault of await sticksOut(page)) found.push(`${name}: ${fault}`)
    }
    await look('the list')
    await person.button('New conversation').first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: 'Diego Duarte' }).check()
    await dialog.getByRole('checkbox', { name: 'Carla Conti' }).check()
    await dialog.getByLabel('Name of the group').fill('A name without an end '.repeat(4))
    await look('a new group')
    await dialog.getByRole('button', { name: 'Start group' }).click()
    await person.field.waitFor()
    await person.say('https://example.com/'.padEnd(300, 'x'))
    await person.bubble('https').waitFor()
    await person.choose('https', 'React with 👍')
    await person.choose('https', 'Reply')
    await look('a conversation')
    expect(await isInView(page, person.field)).toBe(true)
    await person.field.pressSequentially('@')
    await page.getByRole('option').first().waitFor()
    await look('somebody to mention')
    await person.field.fill('')
    await person.button('Emoji').click()
    await dialog.getByRole('gridcell').first().waitFor()
    // The bar of groups moves, which are all reached by scrolling down as well.
    const wide = (grid: HTMLElement) => grid.scrollWidth - grid.clientWidth
    expect(await dialog.getByRole('grid').evaluate(wide)).toBe(0)
    await page.keyboard.press('Escape')
    await person.button('People').click()
    await person.button('Leave the group').waitFor()
    await look('the people')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.getByRole('option').first().waitFor()
    await look('the palette')
    await page.keyboard.press('Escape')
    await person.button('Back to conversations').click()
    await page.getByRole('button', { name: /^Account/ }).click()
    await page.getByRole('menu').waitFor()
    await look('the menu of the account')
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await person.button('Sign in').waitFor()
    await look('signing in')
    expect(found).toEqual([])
  })

  test('with a phone’s keyboard open, what was said last and what one writes are both seen', async () => {
    const carla = await stage.enter('carla', await stage.openWindow(phone))
    await carla.openConversation('Maria Meyer')
    const { page, field, log } = carla
    const last = log.getByRole('article').last()
    for (let count = 1; count <= 8; count++) await carla.say(`Line ${count} of some.`)
    await carla.bubble('Line 8').waitFor()
    await field.tap()
    // The page asks that a keyboard takes its room from it (interactive-widget).
    await page.setViewportSize({ width: 375, height: 340 })
    await atRest(log)
    expect(await isInView(page, field)).toBe(true)
    expect(await isInView(page, last)).toBe(true)
    await field.fill('One.\nTwo.\nThree.\nFour.')
    await atRest(log)
    expect(await isInView(page, field)).toBe(true)
    expect(await isInView(page, last)).toBe(true)
    expect(await isInView(page, carla.button('Send'))).toBe(true)
    await page.setViewportSize(phone.viewport)
    await atRest(log)
    expect(await isInView(page, last)).toBe(true)
  })

  test.each([
    ['dark', 'light'],
    ['light', 'dark'],
  ] as const)('whoever has chosen %s never sees the %s of their system', async (theme, system) => {
    const window = await stage.openWindow({ colorScheme: system })
    await window.addInitScript(theme => {
      localStorage.setItem('parley.theme', theme)
      const seen = new Set<string>()
      const look = () => {
        const { backgroundColor } = getComputedStyle(document.documentElement)
        const [red = 0] = backgroundColor.match(/\d+/g)?.map(Number) ?? []
        seen.add(red > 127 ? 'light' : 'dark')
        document.documentElement.dataset.seen = [...seen].join()
        requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    }, theme)
    const maria = await stage.enter('maria', window)
    await maria.openConversation('Carla Conti')
    await maria.page.reload()
    await maria.log.waitFor()
    const seen = await maria.page.locator('html').getAttribute('data-seen')
    expect(seen).toBe(theme)
  })
})

/** What reaches beyond the sides of the screen, or can only be seen by scrolling sideways. */
function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isShown = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      getComputedStyle(element).clipPath === 'none'
    const scrolls = (element: Element) =>
      element.scrollWidth > element.clientWidth &&
      /auto|scroll/.test(getComputedStyle(element).overflowX)
    const controls = document.querySelectorAll(
      'a[href], button, input, textarea, select, [role=option]',
    )
    const outside = [...controls].filter(control => {
      const { left, right, width } = control.getBoundingClientRect()
      return width > 0 && (left < -0.5 || right > innerWidth + 0.5)
    })
    return [
      ...[...document.querySelectorAll('*')]
        .filter(scrolls)
        .map(each => `scrolls: ${each.className}`),
      ...outside.filter(isShown).map(each => `outside: ${each.outerHTML.slice(0, 120)}`),
    ]
  })
}

/** All of it, between the edges of the window. */
async function isInView(page: Page, target: Person['field']): Promise<boolean> {
  const [box, window] = [await target.boundingBox(), page.viewportSize()]
  if (!box || !window) return false
  return box.y >= 0 && box.y + box.height <= window.height && box.x >= 0
}
