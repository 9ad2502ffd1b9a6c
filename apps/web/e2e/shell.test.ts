import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { apiOf } from './api.ts'
import { withChromium } from './chromium.ts'
import { phone, useStage } from './stage.ts'

/** What has the focus, by what it is called or says. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document
    if (!activeElement || activeElement === document.body) return 'nothing'
    return activeElement.getAttribute('aria-label') ?? activeElement.textContent ?? ''
  })
}

/** Only a phone has the Back that asks what lies over the page to close: here it is `pressBack`. */
const withBack = `{
  const Native = CloseWatcher
  CloseWatcher = class extends Native {
    constructor() {
      super()
      globalThis.pressBack = () => this.requestClose()
    }
  }
}`

withChromium(() => {
  const stage = useStage({}, { serviceWorkers: 'allow' })

  test('every place has an address: it can be linked, reloaded, gone back and forward to', async () => {
    const maria = await stage.enter('maria')
    const { page } = maria
    const title = () => page.title().then(told => told.replace(/^\(\d+\) /, ''))
    const heading = (name: string) => page.getByRole('heading', { name, exact: true, level: 1 })
    await heading('Choose a conversation').waitFor()
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)

    await maria.openConversation('Carla Conti', 'Repair')
    await expect.poll(() => focused(page)).toBe('Message')
    const conversation = page.url()
    expect(new URL(conversation).pathname).toBe(`/c/${maria.conversationId()}`)
    await expect.poll(title).toBe('Carla Conti · Parley')
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)

    // Her name beside the conversation leads to her, and back.
    await page.getByRole('complementary').getByRole('link', { name: 'Carla Conti' }).click()
    await heading('Carla Conti').waitFor()
    await expect.poll(() => focused(page)).toBe('Carla Conti')
    await expect.poll(title).toBe('Carla Conti · Parley')
    const person = page.url()
    expect(person).toMatch(/\/p\//)
    await page.reload()
    await heading('Carla Conti').waitFor()
    await page.goBack()
    await maria.log.waitFor()
    expect(page.url()).toBe(conversation)
    await expect.poll(() => focused(page)).toBe('Message')
    await page.goForward()
    await heading('Carla Conti').waitFor()
    expect(page.url()).toBe(person)

    // Writing to her meets the conversation that there is without a job, or opens it.
    await maria.button('Write to Carla Conti').click()
    await maria.field.waitFor()
    expect(page.url()).not.toBe(conversation)
    await expect.poll(() => focused(page)).toBe('Message')

    await page.goto(`${conversation}/2`)
    await maria.log.waitFor()
    await page.goto(`${conversation}/two`)
    await heading('There is nothing here').waitFor()
    await expect.poll(title).toBe('There is nothing here · Parley')
    await page.goto(`${stage.server().url}/c/nonsense`)
    await expect.poll(title).toBe('This conversation is not there · Parley')
    await page.goto(`${stage.server().url}/p/nobody`)
    await heading('There is nobody here').waitFor()
    await page.goto(`${stage.server().url}/no/such/place`)
    await heading('There is nothing here').waitFor()
    await page.getByRole('link', { name: 'Back to conversations' }).click()
    await heading('Choose a conversation').waitFor()
    await expect.poll(() => focused(page)).not.toBe('nothing')
  })

  test('whoever comes with a name in the address is let in once, also where the first question is lost', async () => {
    const window = await stage.openWindow()
    let asked = 0
    let isLost = false
    await window.route('**/auth/demo', route => {
      asked += 1
      return isLost && asked === 1 ? route.abort() : route.fallback()
    })
    const { page, row } = await stage.enter('maria', window)
    await row('Carla Conti', 'Repair').waitFor()
    expect(asked).toBe(1)
    await page.reload()
    await row('Carla Conti', 'Repair').waitFor()
    expect(asked).toBe(1)

    asked = 0
    isLost = true
    await (await stage.enter('maria', window)).row('Carla Conti', 'Repair').waitFor()
    expect(asked).toBe(2)
  })

  test('a link opened while signed out leads there after signing in', async () => {
    const maria = await stage.enter('maria')
    await maria.openConversation('Carla Conti', 'Repair')
    const { pathname } = new URL(maria.page.url())
    const visitor = await stage.visit(pathname)
    await visitor.button('Maria Meyer, customer').click()
    await visitor.log.waitFor()
    expect(new URL(visitor.page.url()).pathname).toBe(pathname)
    await expect.poll(() => focused(visitor.page)).toBe('Message')
    const linked = await stage.visit(`${pathname}?as=maria`)
    await linked.log.waitFor()
    expect(linked.page.url()).toBe(stage.server().url + pathname)
  })

  test('on a phone Back leads to the list from anywhere in a conversation, and forward again', async () => {
    const window = await stage.openWindow(phone)
    await window.addInitScript({ content: withBack })
    const maria = await stage.enter('maria', window)
    const { page } = maria
    const back = maria.button('Back to conversations')
    await maria.openConversation('Carla Conti', 'Repair')
    const conversation = page.url()
    await back.tap()
    await maria.list.waitFor()
    // Where one was is where one goes on.
    await expect.poll(() => focused(page)).toContain('Carla Conti')
    await page.goForward()
    await maria.log.waitFor()
    expect(page.url()).toBe(conversation)

    // What lies over it closes first.
    await maria.button('Details').tap()
    await page.getByRole('dialog').waitFor()
    await page.evaluate('pressBack()')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(page.url()).toBe(conversation)
    await expect.poll(() => focused(page)).toBe('Details')

    // By way of a person and another conversation it is still one step to the list.
    await maria.button('Details').tap()
    await page.getByRole('dialog').getByRole('link', { name: 'Carla Conti' }).tap()
    await page.getByRole('listitem').getByRole('link', { name: 'Repair' }).tap()
    await maria.log.waitFor()
    expect(await focused(page)).not.toBe('nothing')
    await back.tap()
    await maria.list.waitFor()
    expect(new URL(page.url()).pathname).toBe('/')

    // Who came by a link has no list behind them, and comes to it all the same.
    await page.goto(conversation)
    await back.tap()
    await maria.list.waitFor()
    await maria.button('Find people, conversations and commands').tap()
    const sheet = page.getByRole('dialog', { name: 'Find' })
    await sheet.getByRole('option', { name: 'Diego Duarte' }).first().waitFor()
    expect(await sheet.boundingBox()).toEqual({ x: 0, y: 0, ...phone.viewport })
    await sheet.getByRole('option', { name: 'Diego Duarte' }).first().tap()
    await maria.log.waitFor()
  })

  test('a palette finds people, conversations and commands by the keys alone', async () => {
    const maria = await stage.enter('maria')
    const { page } = maria
    const { keyboard } = page
    await maria.openConversation('Carla Conti', 'Repair')
    await keyboard.press('Control+k')
    const field = page.getByRole('combobox')
    const options = page.getByRole('option')
    const chosen = page.getByRole('option', { selected: true })
    await options.filter({ hasText: 'Diego Duarte' }).waitFor()
    expect(await options.filter({ hasText: 'Repair' }).count()).toBe(0) // it is open already
    await keyboard.type('kitchen')
    await expect.poll(() => chosen.textContent()).toContain('Wire a new kitchen')
    expect(await field.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'))
    await keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Diego Duarte', level: 1 }).waitFor()
    await expect.poll(() => focused(page)).toBe('Message')

    await keyboard.press('Control+k')
    await keyboard.type('diego')
    await page.getByRole('group', { name: 'People' }).getByRole('option').waitFor()
    await keyboard.press('ArrowUp')
    await expect.poll(() => chosen.textContent()).toContain('contractor')
    await field.fill('no such thing')
    await page.getByText('Nothing was found for “no such thing”.').waitFor()
    await keyboard.press('Escape')
    await options.first().waitFor({ state: 'detached' })
    await expect.poll(() => focused(page)).toBe('Message')

    await keyboard.press('Control+k')
    await keyboard.type('dark')
    await expect.poll(() => chosen.textContent()).toBe('Appearance: Dark')
    await keyboard.press('Enter')
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark')
    await expect.poll(() => focused(page)).toBe('Message')

    // What a command shows gives the focus back to where it was before the palette.
    await keyboard.press('Control+k')
    await keyboard.type('shortcuts')
    await expect.poll(() => chosen.textContent()).toBe('Keyboard shortcuts')
    await keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    await keyboard.press('Escape')
    await expect.poll(() => focused(page)).toBe('Message')

    await page.context().setOffline(true)
    await maria.offline.waitFor()
    await keyboard.press('Control+k')
    await page.getByText('You are offline: only what is on this device is found.').waitFor()
    await keyboard.type('carla')
    await expect.poll(() => chosen.textContent()).toContain('Carla Conti')
    await keyboard.press('Control+k')
    await options.first().waitFor({ state: 'detached' })
    await page.context().setOffline(false)
  })

  test('keys lead everywhere, and never take a letter away from whoever writes', async () => {
    const maria = await stage.enter('maria')
    const { page } = maria
    const { keyboard } = page
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await maria.row('Diego Duarte').waitFor()
    const links = await maria.list.getByRole('link').all()
    const shown = await Promise.all(links.map(link => link.getAttribute('href')))
    const isAt = (index: number) =>
      expect.poll(() => new URL(page.url()).pathname).toBe(shown[index])

    await keyboard.press('Alt+ArrowDown')
    await isAt(0)
    await expect.poll(() => focused(page)).toBe('Message')
    await maria.field.fill('What? ')
    await keyboard.press('?')
    expect(await maria.field.inputValue()).toBe('What? ?')
    await keyboard.press('Alt+ArrowDown')
    await isAt(1)
    await keyboard.press('Alt+ArrowUp')
    await isAt(0)
    await maria.field.fill('')
    await maria.openConversation('Carla Conti', 'Repair')
    const talk = page.url()
    await maria.openConversation('Diego Duarte')
    const carla = await apiOf(stage.server().url, 'carla')
    await carla.say(talk.split('/').at(-1) ?? '', 'Are you there?')
    await maria.row('Are you there?').getByText('1 unread message').waitFor()
    await keyboard.press('Alt+Shift+ArrowUp')
    await expect.poll(() => page.url()).toBe(talk)
    await expect.poll(() => focused(page)).toBe('Message')

    // From part to part and around.
    await keyboard.press('F6')
    expect(await page.getByRole('complementary').locator(':focus').count()).toBe(1)
    // Too narrow for it, the button that brings it back has the focus.
    await page.setViewportSize({ width: 900, height: 800 })
    await expect.poll(() => focused(page)).toBe('Details')
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.getByRole('complementary').waitFor()
    await keyboard.press('F6')
    expect(await maria.column.locator(':focus').count()).toBe(1)
    await keyboard.press('?')
    await help.waitFor()
    expect(await help.getByText('The next unread conversation').count()).toBe(1)
    await keyboard.press('Alt+ArrowDown')
    expect(await help.count()).toBe(1)
    await keyboard.press('Escape')
    await help.waitFor({ state: 'detached' })
    await expect.poll(() => maria.column.locator(':focus').count()).toBe(1)
    await keyboard.press('Shift+F6')
    await keyboard.press('Shift+F6')
    await expect.poll(() => focused(page)).toBe('Message')

    // The first that Tab reaches.
    await page.goto(stage.server().url)
    await page.getByRole('heading', { name: 'Choose a conversation' }).waitFor()
    await keyboard.press('Tab')
    expect(await focused(page)).toBe('Skip to the content')
    await keyboard.press('Enter')
    await expect.poll(() => page.getByRole('main').locator(':focus').count()).toBe(1)
    await page.goto(talk)
    await maria.log.waitFor()
    await maria.button('Skip to the messages').focus()
    await keyboard.press('Enter')
    await expect.poll(() => maria.log.locator(':scope:focus, :focus').count()).toBe(1)
    await maria.button('Skip to writing a message').focus()
    await keyboard.press('Enter')
    expect(await focused(page)).toBe('Message')
  })

  test('what breaks is one region, and what a new release took away is told', async () => {
    const window = await stage.openWindow({ serviceWorkers: 'block' })
    const maria = await stage.enter('maria', window)
    const { page } = maria
    const chunk = '**/assets/PersonScreen-*.js'
    const open = async () => {
      await maria.openConversation('Carla Conti', 'Repair')
      await page.getByRole('complementary').getByRole('link', { name: 'Carla Conti' }).click()
    }

    await page.route(chunk, route => route.fulfill({ status: 404 }))
    await page.route(`${stage.server().url}/`, route =>
      route.fulfill({
        contentType: 'text/html',
        body: '<script src="/assets/another.js"></script>',
      }),
    )
    await open()
    await page.getByText('There is a new version of Parley.').waitFor()
    await page.getByRole('main').getByText('That could not be loaded.').waitFor()
    await page.unrouteAll()

    // A screen that throws, until it does not.
    const broken =
      'export const PersonScreen = () => { if (!window.isMended) throw Error("Broken"); return "Mended" }'
    await page.route(chunk, route =>
      route.fulfill({ contentType: 'text/javascript', body: broken }),
    )
    await maria.button('Reload').click()
    await page.getByText('This part stopped working').waitFor()
    expect(maria.complaints.join()).toContain('Broken')
    maria.complaints.length = 0
    await maria.button('Try again').click()
    await page.getByText('This part stopped working').waitFor()
    await page.evaluate(() => Object.assign(window, { isMended: true }))
    await maria.button('Try again').click()
    await page.getByText('Mended').waitFor()
    await maria.openConversation('Diego Duarte')
    await maria.say('All the rest goes on.')
    await maria.tick('All the rest goes on.', 'Sent').waitFor()
    maria.complaints.length = 0
  })
})
