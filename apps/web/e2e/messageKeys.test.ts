import { beforeAll, expect, test } from 'vitest'
import { apiOf } from './api.ts'
import { withChromium } from './chromium.ts'
import type { Person } from './person.ts'
import { phone, useStage } from './stage.ts'

const title = 'Roof crew'

withChromium(() => {
  const stage = useStage()
  let conversationId = ''

  beforeAll(async () => {
    const { url } = stage.server()
    const [maria, carla, diego] = [
      await apiOf(url, 'maria'),
      await apiOf(url, 'carla'),
      await apiOf(url, 'diego'),
    ]
    const participantIds = ['usr_demo_carla', 'usr_demo_diego']
    conversationId = (await maria.chat.open.mutate({ participantIds, title })).id
    for (let number = 1; number <= 40; number++) {
      await (number % 2 === 0 ? maria : carla).say(conversationId, `Line ${number}.`)
    }
    const mentions = ['usr_demo_maria', 'usr_demo_carla']
    const text = 'Ask @Maria Meyer or see https://example.com/roof, not @Diego Duarte.'
    const content = { type: 'text' as const, text, mentions }
    await carla.chat.send.mutate({ conversationId, clientId: crypto.randomUUID(), content })
    await maria.say(conversationId, 'My last line.')
    await carla.chat.markRead.mutate({ conversationId, seq: 42 })
    await diego.chat.markDelivered.mutate({ conversationId, seq: 42 })
    await maria.chat.markRead.mutate({ conversationId, seq: 42 })
  })

  const focused = ({ page }: Person) =>
    page.evaluate(() => {
      const { activeElement } = document
      if (activeElement instanceof HTMLTextAreaElement) return 'composer'
      const message = activeElement?.matches('[data-said]') ? activeElement : undefined
      return message?.querySelector('p')?.textContent ?? activeElement?.textContent
    })
  const item = ({ page }: Person, name: string) => page.getByRole('menuitem', { name, exact: true })
  const menu = ({ page }: Person) => page.getByRole('menu')

  test('messages are walked and acted upon by keys, and the letters of others go to the composer', async () => {
    const window = await stage.openWindow({ permissions: ['clipboard-read', 'clipboard-write'] })
    const maria = await stage.enter('maria', window)
    await maria.openConversation(title)
    const { page, bubble, field, log } = maria
    const { keyboard } = page
    const copied = () => page.evaluate(() => navigator.clipboard.readText())
    await bubble('My last line.').waitFor()
    await expect.poll(() => focused(maria)).toBe('composer')

    await keyboard.press('Shift+Tab')
    // Beside the field stands what puts emoji into it.
    if ((await focused(maria)) !== 'My last line.') await keyboard.press('Shift+Tab')
    expect(await focused(maria)).toBe('My last line.')
    await keyboard.press('ArrowUp')
    expect(await focused(maria)).toContain('Ask @Maria')
    // What is inside the message that has the focus, and nothing of the others.
    await keyboard.press('Tab')
    expect(await focused(maria)).toBe('@Maria Meyer')
    await keyboard.press('Tab')
    expect(await focused(maria)).toBe('https://example.com/roof')
    await keyboard.press('Shift+Tab')
    await keyboard.press('Shift+Tab')

    await keyboard.press('Home')
    await expect.poll(() => focused(maria)).toBe('Line 1.')
    await keyboard.press('ArrowDown')
    expect(await focused(maria)).toBe('Line 2.')
    // It stays where it is while others scroll by.
    await log.evaluate(list => list.scrollTo({ top: 100_000, behavior: 'instant' }))
    await bubble('My last line.').waitFor()
    expect(await focused(maria)).toBe('Line 2.')
    await keyboard.press('PageDown')
    await expect.poll(() => focused(maria)).toMatch(/Line 1\d\.|Line [5-9]\./)
    await keyboard.press('End')
    await expect.poll(() => focused(maria)).toBe('My last line.')

    await keyboard.press('c')
    await expect.poll(copied).toBe('My last line.')
    await keyboard.press('Enter')
    await menu(maria).waitFor()
    await keyboard.press('Escape')
    await menu(maria).waitFor({ state: 'detached' })
    await expect.poll(() => focused(maria)).toBe('My last line.')
    await keyboard.press('Shift+F10')
    await item(maria, 'Copy link').click()
    const address = `${stage.server().url}/c/${conversationId}/42`
    await expect.poll(copied).toBe(address)

    await keyboard.press('r')
    await page.getByText('Replying to').waitFor()
    expect(await focused(maria)).toBe('composer')
    expect(await field.inputValue()).toBe('')
    await keyboard.press('Escape')
    await bubble('My last line.').focus()
    await keyboard.press('ArrowUp')
    await keyboard.press('ArrowDown')
    await keyboard.press('e')
    await expect.poll(() => field.inputValue()).toBe('My last line.')
    await keyboard.press('Escape')

    await bubble('My last line.').focus()
    await keyboard.press('ArrowUp')
    await keyboard.press('x')
    await expect.poll(() => field.inputValue()).toBe('x')
    await field.fill('')
    await bubble('My last line.').focus()
    await keyboard.press('ArrowUp')
    await keyboard.press('Escape')
    expect(await focused(maria)).toBe('composer')
    await bubble('My last line.').focus()
    await keyboard.press('ArrowUp')
    await keyboard.press('ArrowDown')
    await keyboard.press('Delete')
    await page.getByRole('button', { name: 'Undo' }).click()
    await bubble('My last line.').waitFor()

    // What somebody removes takes its menu away; its place is where one goes on.
    await bubble('Line 37.').hover()
    await maria.optionsOf('Line 37.').click()
    await menu(maria).waitFor()
    const carla = await apiOf(stage.server().url, 'carla')
    await carla.chat.remove.mutate({ messageId: `${conversationId}.37` })
    await expect.poll(() => focused(maria)).toBe('Message removed')
    await keyboard.press('ArrowUp')
    await expect.poll(() => focused(maria)).toBe('Line 36.')

    // A mention of me stands out; whom the message does not name is only text.
    const mentions = bubble('Ask @Maria').getByRole('link')
    expect(await mentions.allTextContents()).toEqual(['@Maria Meyer', 'https://example.com/roof'])
    await mentions.first().click()
    await expect.poll(() => new URL(page.url()).pathname).toBe('/p/usr_demo_maria')
    await page.goto(address)
    await page.locator('.animate-found').getByText('My last line.').waitFor()
  })

  test('a right click opens the menu where it was made, not on a link or on text that is chosen; it says who has read a message', async () => {
    const maria = await stage.enter('maria')
    await maria.openConversation(title)
    const { page, bubble } = maria
    await bubble('My last line.').getByText('My last line.').click({ button: 'right' })
    await menu(maria).waitFor()
    await item(maria, 'Read by').click()
    const readers = page.getByRole('dialog', { name: 'Read by' })
    await readers.getByRole('region', { name: 'Read by' }).getByText('Carla Conti').waitFor()
    await readers.getByRole('region', { name: 'Delivered to' }).getByText('Diego Duarte').waitFor()
    await page.keyboard.press('Escape')
    await readers.waitFor({ state: 'detached' })

    await bubble('Line 39.').getByText('Line 39.').click({ button: 'right' })
    await menu(maria).waitFor()
    expect(await item(maria, 'Edit').count()).toBe(0)
    await page.keyboard.press('Escape')
    await menu(maria).waitFor({ state: 'detached' })

    const isTaken = (target: string) =>
      bubble('Ask @Maria').evaluate(
        (article, target) =>
          !article
            .querySelector(target)
            ?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })),
        target,
      )
    expect(await isTaken('a')).toBe(false)
    expect(await menu(maria).count()).toBe(0)
    await bubble('Line 40.').getByText('Line 40.').dblclick()
    await bubble('Line 40.').getByText('Line 40.').click({ button: 'right' })
    expect(await menu(maria).count()).toBe(0)

    // What was chosen leads to the field; and who uses the mouse and types means to write.
    await bubble('Line 39.').getByText('Line 39.').click({ button: 'right' })
    await item(maria, 'Reply').click()
    await page.getByText('Replying to').waitFor()
    expect(await focused(maria)).toBe('composer')
    await page.keyboard.press('Escape')
    await bubble('My last line.').getByText('My last line.').click({ button: 'right' })
    await item(maria, 'Copy text').click()
    await menu(maria).waitFor({ state: 'detached' })
    await page.keyboard.type('really')
    await expect.poll(() => maria.field.inputValue()).toBe('really')
    await maria.field.fill('')

    await bubble('My last line.').getByText('My last line.').click({ button: 'right' })
    await item(maria, 'More reactions').click()
    await page.getByRole('dialog').getByRole('combobox').fill('umbrella')
    await page.keyboard.press('Enter')
    await bubble('My last line.').getByRole('button', { pressed: true }).waitFor()
  })

  test('on a phone a finger that rests on a message opens its menu, and lifting it chooses nothing', async () => {
    const maria = await stage.enter('maria', await stage.openWindow(phone))
    await maria.openConversation(title)
    const { page, bubble } = maria
    const box = await bubble('My last line.').getByText('My last line.').boundingBox()
    const touch = await page.context().newCDPSession(page)
    const at = { x: (box?.x ?? 0) + 10, y: (box?.y ?? 0) + 10 }
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
    await menu(maria).waitFor()
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await item(maria, 'Reply').tap()
    await page.getByText('Replying to').waitFor()
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('')
  })
})
