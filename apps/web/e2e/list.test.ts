import { manyConversations } from '@parley/server/testing/manyConversations'
import type { Locator } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { apiOf } from './api.ts'
import { withChromium } from './chromium.ts'
import type { Person } from './person.ts'
import { phone, useStage } from './stage.ts'

const names = [
  'A name without an end '.repeat(3),
  '\u202eReversed Rita',
  '<b onmouseover="window.hacked = 1">Bold</b>',
  `Z${'\u0327\u0335'.repeat(39)}`,
  '👩‍🔧 Emoji Eva',
  '\u200b\u200b',
]
const most = 1000
/** With the two that the demo gives Carla, which are older or newer by the time of day. */
const all = most + 2
/** Rows in a window of 800 px, and a few around it. */
const drawnAtMost = 40

withChromium(() => {
  const stage = useStage()
  beforeAll(async () => {
    const { dataDir } = stage.server()
    const text = 'x'.repeat(4000)
    await manyConversations({ dataDir, userId: 'usr_demo_carla', count: most, names, text })
  })

  const drawn = ({ list }: Person) => list.getByRole('listitem').count()
  const focused = ({ page }: Person) => page.locator('nav li a:focus')
  const menuOf = ({ page }: Person) => page.getByRole('menu')
  const first = ({ list }: Person) => list.getByRole('listitem').first()
  const archive = ({ page }: Person) => page.getByRole('list', { name: 'Archived' })

  async function choose(person: Person, item: string) {
    await person.page.getByRole('menuitem', { name: item, exact: true }).click()
    await menuOf(person).waitFor({ state: 'detached' })
  }

  test('a thousand conversations are walked through by keyboard, and few of them drawn', async () => {
    const carla = await stage.enter('carla')
    const { page, list, row } = carla
    await row('Reversed Rita').waitFor()
    await row('<b onmouseover="window.hacked = 1">Bold</b>').waitFor()
    await row('Somebody').waitFor()
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
    expect(await drawn(carla)).toBeLessThan(drawnAtMost)
    for (const wide of await list.getByRole('listitem').all())
      expect(await wide.evaluate(item => item.scrollWidth - item.clientWidth)).toBe(0)

    // The list is one stop of Tab.
    await carla
      .button('Unread')
      .or(page.getByRole('button', { name: /^Unread/ }))
      .first()
      .focus()
    await page.keyboard.press('Tab')
    await expect.poll(() => focused(carla).count()).toBe(1)
    await page.keyboard.press('Home')
    for (let presses = 0; presses < 12; presses++) await page.keyboard.press('ArrowDown')
    const at = focused(carla)
    const where = at.locator('xpath=ancestor::li')
    expect(await where.getAttribute('aria-posinset')).toBe('13')

    // What comes meanwhile moves rows, and the focus goes along.
    const maria = await apiOf(stage.server().url, 'maria')
    const [roof] = (await maria.chat.list.query({})).items.filter(
      ({ job }) => job?.id === 'demo_roof',
    )
    await maria.say(roof?.id ?? '', 'It drips again.')
    await page.keyboard.press('End')
    await expect
      .poll(
        async () => {
          await page.keyboard.press('End')
          return where.getAttribute('aria-posinset')
        },
        { timeout: 40_000 },
      )
      .toBe(`${all}`)
    expect(await where.getAttribute('aria-setsize')).toBe(`${all}`)
    expect(await drawn(carla)).toBeLessThan(drawnAtMost)
    await page.keyboard.press('Home')
    await expect.poll(() => where.getAttribute('aria-posinset')).toBe('1')

    for (let presses = 0; presses < 3; presses++) await page.keyboard.press('ArrowDown')
    const name = (await at.locator('bdi').first().textContent()) ?? ''
    await maria.say(roof?.id ?? '', 'And again.')
    await row('And again.').waitFor()
    expect(await at.textContent()).toContain(name)
    await page.keyboard.press('Enter')
    await carla.log.waitFor()
    await expect.poll(() => carla.field.evaluate(it => it === document.activeElement)).toBe(true)
  })

  test('a row has a menu by key, button and right click; what it does shows at once', async () => {
    const carla = await stage.enter('carla')
    const { page, list, row } = carla

    await row('Customer 7').focus()
    await page.keyboard.press('ContextMenu')
    await menuOf(carla).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => focused(carla).textContent()).toContain('Customer 7')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await menuOf(carla).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => first(carla).textContent()).toMatch(/^Customer 7.*Pinned/)

    await row('Customer 8').click({ button: 'right' })
    await choose(carla, 'Mute')
    await row('Customer 8', 'Muted').waitFor()
    await row('Customer 9').hover()
    await carla.button('Options for Customer 9').click()
    await choose(carla, 'Mark as unread')
    await row('Customer 9', 'Marked as unread').waitFor()

    await page.getByRole('button', { name: /^Unread/ }).click()
    await row('Customer 7').waitFor({ state: 'detached' })
    await row('Customer 9').click()
    await carla.log.waitFor()
    await expect.poll(() => row('Customer 9', 'Marked as unread').count()).toBe(0)
    expect(await row('Customer 9').count()).toBe(1) // while it is read
    await page.getByRole('button', { name: 'All', exact: true }).click()
    await row('Customer 10').waitFor()

    // Rows sort live, and hold still under the pointer for as long as it moves.
    const { url } = stage.server()
    const [maria, noah] = [await apiOf(url, 'maria'), await apiOf(url, 'noah')]
    const withCarla = async (customer: typeof maria) => {
      const { items } = await customer.chat.list.query({})
      const both = items.find(({ participants }) =>
        participants.some(({ user }) => user.name === 'Carla Conti'),
      )
      return both?.id ?? ''
    }
    const [roof, gutter] = [await withCarla(maria), await withCarla(noah)]
    const atTop = list.getByRole('listitem').nth(1) // below what is pinned
    await noah.say(gutter, 'From the gutter.')
    await expect.poll(() => atTop.textContent()).toContain('From the gutter.')
    await maria.say(roof, 'From the roof.')
    await expect.poll(() => atTop.textContent()).toContain('From the roof.')
    await atTop.hover()
    await noah.say(gutter, 'Under the pointer.')
    await row('Under the pointer.').waitFor()
    expect(await atTop.textContent()).toContain('From the roof.')
    await expect.poll(() => atTop.textContent()).toContain('Under the pointer.')
  })

  test('what is archived can be undone, has a page of its own, and is brought back', async () => {
    const carla = await stage.enter('carla')
    const { page, row } = carla
    const put = async (name: string) => {
      await row(name).click({ button: 'right' })
      await choose(carla, 'Archive')
      await row(name).waitFor({ state: 'detached' })
    }
    await put('Customer 8')
    // Its neighbour has the focus now.
    await expect.poll(() => focused(carla).textContent()).toContain('Customer')
    await carla.button('Undo').click()
    await row('Customer 8').waitFor()
    await put('Customer 9')
    await put('Customer 10')

    await page.getByRole('link', { name: /^Archived/ }).click()
    await archive(carla).getByRole('link').nth(1).waitFor()
    expect(new URL(page.url()).pathname).toBe('/archived')
    await archive(carla).getByRole('link', { name: 'Customer 10' }).click()
    await page.getByText('This conversation is archived.').waitFor()
    expect(await archive(carla).getByRole('link').count()).toBe(2)
    await carla.button('Bring back').click()
    await archive(carla).getByRole('link', { name: 'Customer 10' }).waitFor({ state: 'detached' })
    await carla.column.getByRole('button', { name: 'Back to conversations' }).click()
    await row('Customer 10').waitFor()
    expect(page.url()).toContain('/c/')

    await page.goto(`${stage.server().url}/archived`)
    await archive(carla).getByRole('link', { name: 'Customer 9' }).click({ button: 'right' })
    await choose(carla, 'Bring back')
    await page.getByText('Nothing is archived').waitFor()
  })

  test('on a phone the list comes back as it was left, and a long press opens the menu', async () => {
    const carla = await stage.enter('carla', await stage.openWindow(phone))
    const { page, row } = carla
    await row('Reversed Rita').waitFor()
    const toRow = async () => {
      await carla.list.evaluate(list => list.parentElement?.scrollTo(0, 900))
      return row('Customer 15').isVisible()
    }
    await expect.poll(toRow).toBe(true)
    const top = (target: Locator) => target.evaluate(item => item.getBoundingClientRect().top)
    const before = await top(row('Customer 15'))
    await row('Customer 15').tap()
    await carla.log.waitFor()
    await carla.button('Back to conversations').tap()
    await row('Customer 15').waitFor()
    expect(Math.abs((await top(row('Customer 15'))) - before)).toBeLessThan(2)

    const box = await row('Customer 15').boundingBox()
    const touch = await page.context().newCDPSession(page)
    const touchPoints = [{ x: (box?.x ?? 0) + 120, y: (box?.y ?? 0) + 30 }]
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
    await menuOf(carla).waitFor()
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await choose(carla, 'Mute')
    await row('Customer 15', 'Muted').waitFor()
    expect(await carla.list.isVisible()).toBe(true)
  })
})
