import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { apiOf } from './api.ts'
import { withChromium } from './chromium.ts'
import { phone, useStage } from './stage.ts'

/** If any of it ran, it would leave a mark on the window. */
const hostileTexts = [
  '<img src=x onerror="window.hacked = 1"><script>window.hacked = 2</script><b>bold</b>',
  'javascript:window.hacked=3',
  '[a link](javascript:window.hacked=4) <a href="javascript:window.hacked=5">here</a>',
  'data:text/html,<script>window.hacked=6</script>',
  'https://example.com/"onmouseover="window.hacked=7',
  '{{constructor.constructor("window.hacked=8")()}} {% window.hacked=9 %}',
  '\u202eexe.gnp\u202c the other way round, \u2066and \u200bunseen',
  '🧑‍🔧'.repeat(500),
  'Z̷̧̡̛͕͇'.repeat(200),
  'x'.repeat(4000),
]

withChromium(() => {
  const stage = useStage()

  async function aishaAboutSolar() {
    const { chat, texts } = await apiOf(stage.server().url, 'aisha')
    const about = { participantIds: ['usr_demo_carla'], jobId: 'demo_solar' }
    const { id } = await chat.open.mutate(about)
    const aisha = await stage.enter('aisha')
    await aisha.openConversation('Carla Conti')
    return { ...aisha, stored: () => texts(id) }
  }

  test('from signing in to a sent message without a mouse', async () => {
    const noah = await stage.visit('/')
    await noah.button('Noah Nilsson, customer').waitFor()
    await tabTo(noah.page, noah.button('Noah Nilsson, customer'))
    await noah.page.keyboard.press('Enter')
    await noah.row('Carla Conti').waitFor()
    await tabTo(noah.page, noah.row('Carla Conti'))
    await noah.page.keyboard.press('Enter')
    await expect.poll(() => hasFocus(noah.field)).toBe(true)
    await noah.page.keyboard.type('Written without a mouse.')
    await noah.page.keyboard.press('Enter')
    await noah.tick('Written without a mouse.', 'Sent').waitFor()
    expect(await hasFocus(noah.field)).toBe(true)

    // Back up to the message, through its menu, and back to writing.
    const options = noah.bubble('Written without').getByRole('button', { name: 'Message options' })
    await tabTo(noah.page, noah.bubble('Written without'), 'Shift+Tab')
    await tabTo(noah.page, options)
    await noah.page.keyboard.press('Enter')
    await noah.page.getByRole('menuitem', { name: 'Reply' }).waitFor()
    await noah.page.keyboard.press('Escape')
    await expect.poll(() => hasFocus(options)).toBe(true)
    await noah.page.keyboard.press('Enter')
    await noah.page.getByRole('menu').waitFor()
    await tabTo(noah.page, noah.page.getByRole('menuitem', { name: 'Reply' }), 'ArrowDown')
    await noah.page.keyboard.press('Enter')
    await noah.page.getByText('Replying to yourself').waitFor()
    await expect.poll(() => hasFocus(noah.field)).toBe(true)

    const opener = noah.button('New conversation')
    await tabTo(noah.page, opener, 'Shift+Tab')
    await noah.page.keyboard.press('Enter')
    const dialog = noah.page.getByRole('dialog', { name: 'New conversation' })
    await dialog.getByRole('checkbox').first().waitFor()
    await tabTo(noah.page, dialog.getByRole('searchbox', { name: 'Find people' }))
    await noah.page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => hasFocus(opener)).toBe(true)
  })

  test('Enter sends, Shift+Enter breaks the line, and Escape lets go of an edit', async () => {
    const { page, field, bubble, stored, ...aisha } = await aishaAboutSolar()
    await field.pressSequentially('First line')
    await field.press('Shift+Enter')
    await field.pressSequentially('Second line')
    const painted = await paintedAfterEnter(field)
    await field.press('Enter')
    await expect.poll(painted).toEqual({ isShown: true, isEmpty: true, hasFocus: true })
    await aisha.tick('First line', 'Sent').waitFor()
    await field.press('Enter') // nothing to send

    await field.press('ArrowUp')
    await page.getByText('Editing your message').waitFor()
    expect(await field.inputValue()).toBe('First line\nSecond line')
    await field.press('End')
    await field.pressSequentially(', not kept')
    await field.press('Escape')
    await page.getByText('Editing your message').waitFor({ state: 'detached' })
    expect(await field.inputValue()).toBe('')
    expect(await hasFocus(field)).toBe(true)

    await field.press('ArrowUp')
    await page.getByText('Editing your message').waitFor()
    await field.press('Control+End')
    await field.pressSequentially(', changed')
    await field.press('Enter')
    await bubble('Second line, changed').getByText('edited').waitFor()
    await expect.poll(stored).toEqual(['First line\nSecond line, changed'])
    await field.press('Enter')
    expect(aisha.sent.filter(frame => frame.includes('chat.send'))).toHaveLength(1)
  })

  test('Enter never sends while an input method composes', async () => {
    const { page, field, stored, ...aisha } = await aishaAboutSolar()
    const before = await stored()
    await field.focus()
    const keys = await page.context().newCDPSession(page)
    const composed = { text: 'こんにち', selectionStart: 4, selectionEnd: 4 }
    await keys.send('Input.imeSetComposition', composed)
    await expect.poll(() => field.inputValue()).toBe('こんにち')
    await field.evaluate(element => {
      const enter = { key: 'Enter', bubbles: true, cancelable: true }
      element.dispatchEvent(new KeyboardEvent('keydown', { ...enter, isComposing: true }))
      element.dispatchEvent(new KeyboardEvent('keydown', { ...enter, keyCode: 229 })) // Safari
    })
    await keys.send('Input.insertText', { text: 'こんにちは' })
    expect(await field.inputValue()).toBe('こんにちは')
    await field.press('Enter')
    await aisha.tick('こんにちは', 'Sent').waitFor()
    expect(await stored()).toEqual([...before, 'こんにちは'])
    expect(aisha.sent.filter(frame => frame.includes('chat.send'))).toHaveLength(1)
  })

  test('on a phone Enter breaks the line, and the button sends', async () => {
    const carla = await stage.enter('carla', await stage.openWindow(phone))
    await carla.openConversation('Noah Nilsson')
    await carla.field.tap()
    await carla.field.pressSequentially('One')
    await carla.field.press('Enter')
    await carla.field.pressSequentially('Two')
    expect(await carla.field.inputValue()).toBe('One\nTwo')
    await carla.button('Send').tap()
    await carla.tick('One\nTwo', 'Sent').waitFor()
  })

  test('whatever somebody writes is shown as text, and does nothing', async () => {
    const maria = await apiOf(stage.server().url, 'maria')
    const carla = await stage.enter('carla', await stage.openWindow(phone))
    await carla.openConversation('Maria Meyer')
    for (const text of hostileTexts) {
      await maria.say(carla.conversationId(), text)
      const shown = carla.log.getByRole('article').last().getByRole('paragraph')
      await expect.poll(() => shown.textContent()).toBe(text)
      expect(await sideways(carla.page)).toBe(0)
    }
    const links = await carla.log
      .getByRole('link')
      .evaluateAll(all => all.map(link => link.getAttribute('href')))
    expect(links).toEqual(['https://example.com/'])

    const id = carla.conversationId()
    await carla.button('Back to conversations').tap()
    for (const text of hostileTexts) {
      await maria.say(id, text)
      await carla.row('Maria Meyer', text.slice(0, 20)).waitFor()
      expect(await sideways(carla.page)).toBe(0)
    }
    expect(await carla.page.evaluate(() => 'hacked' in window)).toBe(false)
  })
})

/** How far the page can be moved sideways, in pixels; nothing in it may need that. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(() => {
    const all = [document.documentElement, ...document.querySelectorAll('[role="log"], nav div')]
    return Math.max(...all.map(element => element.scrollWidth - element.clientWidth))
  })
}

/** @returns what stands on the screen as the first picture after Enter is painted, of what was written */
async function paintedAfterEnter(field: Locator) {
  const seen = await field.evaluateHandle((field: HTMLTextAreaElement) => {
    const seen: { picture?: object } = {}
    const log = document.querySelector('[role="log"]')
    const text = field.value
    const afterPaint = new MessageChannel()
    afterPaint.port1.onmessage = () => {
      const said = [...(log?.querySelectorAll('article p') ?? [])].at(-1)
      const { top = 0, bottom = 0 } = log?.getBoundingClientRect() ?? {}
      const at = said?.getBoundingClientRect() ?? { top: -1, bottom: -1 }
      seen.picture = {
        isShown: said?.textContent === text && at.top >= top && at.bottom <= bottom,
        isEmpty: field.value === '',
        hasFocus: document.activeElement === field,
      }
    }
    const onFrame = () => afterPaint.port2.postMessage(undefined)
    field.addEventListener('keydown', () => requestAnimationFrame(onFrame), { once: true })
    return seen
  })
  return () => seen.evaluate(({ picture }) => picture)
}

const hasFocus = (target: Locator) => target.evaluate(element => element === document.activeElement)

async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press(key)
    await expectRing(page)
    if (await hasFocus(target)) return
  }
  throw new Error(`${key} does not lead to ${target}`)
}

/** Wherever the focus is, it is seen. */
async function expectRing(page: Page): Promise<void> {
  const unseen = await page.evaluate(() => {
    const { activeElement } = document
    if (!activeElement || activeElement === document.body) return ''
    const hasRing = (element: Element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    }
    // A field may share its ring with what stands in it.
    const ringed = [
      activeElement,
      activeElement.parentElement,
      activeElement.parentElement?.parentElement,
    ]
    const isSeen =
      ringed.some(element => element && hasRing(element)) ||
      activeElement.hasAttribute('data-highlighted') // within a menu
    return isSeen ? '' : activeElement.outerHTML
  })
  expect(unseen).toBe('')
}
