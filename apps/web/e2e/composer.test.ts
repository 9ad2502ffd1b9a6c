/** The place to write: emoji, mentions, long texts, drafts, and taking back. */
import { randomUUID } from 'node:crypto'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { apiOf } from './api.ts'
import { withChromium } from './chromium.ts'
import { phone, useStage } from './stage.ts'

withChromium(() => {
  const stage = useStage()

  /** With Carla and Diego, and the three are in it. */
  async function groupOf(title: string) {
    const maria = await apiOf(stage.server().url, 'maria')
    const participantIds = ['usr_demo_carla', 'usr_demo_diego']
    return maria.chat.open.mutate({ participantIds, title, key: randomUUID() })
  }

  const listbox = (page: Page) => page.getByRole('listbox')
  const chosen = (page: Page) => page.getByRole('option', { selected: true })

  test('an emoji by its name, by keyboard; what is no name stays text, and Ctrl+Z takes it back', async () => {
    await groupOf('Emoji by name')
    const maria = await stage.enter('maria')
    await maria.openConversation('Emoji by name')
    const { page, field } = maria
    await field.pressSequentially('Well done :tad')
    await chosen(page).filter({ hasText: ':tada:' }).waitFor()
    const active = await field.getAttribute('aria-activedescendant')
    expect(await chosen(page).getAttribute('id')).toBe(active)
    await page.getByRole('status').filter({ hasText: 'arrow keys choose' }).waitFor()
    await field.press('Enter')
    expect(await field.inputValue()).toBe('Well done 🎉')
    await listbox(page).waitFor({ state: 'detached' })

    // Esc closes and leaves the text; the next letter does not open it again, the next name does.
    await field.pressSequentially(' :hea')
    await listbox(page).waitFor()
    await field.press('Escape')
    await listbox(page).waitFor({ state: 'detached' })
    await field.pressSequentially('r')
    expect(await listbox(page).count()).toBe(0)
    expect(await field.inputValue()).toBe('Well done 🎉 :hear')
    await field.pressSequentially(' :th')
    await chosen(page).waitFor()
    const first = await chosen(page).textContent()
    await field.press('ArrowUp')
    expect(await chosen(page).textContent()).not.toBe(first)
    await field.press('ArrowDown')
    expect(await chosen(page).textContent()).toBe(first)
    await field.press('Escape')

    // As if typed: taken back step by step, also what was put in.
    await field.fill('')
    await field.pressSequentially('so :smile:')
    await expect.poll(() => field.inputValue()).toBe('so 😄')
    await field.press('Control+z')
    expect(await field.inputValue()).toBe('so :smile:')
    await field.press('Control+Shift+z')
    expect(await field.inputValue()).toBe('so 😄')

    await field.fill('')
    for (const text of ['at 10:30, ', 'see http://host:smile, ', ':) ', ':nosuchname: ']) {
      await field.pressSequentially(text)
      expect(await listbox(page).count()).toBe(0)
    }
    await field.press('Enter')
    await maria.tick('at 10:30, see http://host:smile, :) :nosuchname:', 'Sent').waitFor()

    // An input method has its keys to itself.
    const keys = await page.context().newCDPSession(page)
    await keys.send('Input.imeSetComposition', {
      text: ':smi',
      selectionStart: 4,
      selectionEnd: 4,
    })
    await expect.poll(() => field.inputValue()).toBe(':smi')
    expect(await listbox(page).count()).toBe(0)
  })

  test('the picker by keyboard, and on a phone as a sheet; what was used last comes first', async () => {
    const maria = await stage.enter('maria')
    await maria.openConversation('Carla Conti')
    const { page, field } = maria
    const panel = page.getByRole('dialog', { name: 'Emoji' })
    const search = panel.getByRole('combobox', { name: 'Search emoji' })
    const active = panel.getByRole('gridcell', { selected: true })
    await field.fill('Thanks !')
    await field.press('ArrowLeft')
    await field.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => hasFocus(search)).toBe(true)
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    await expect.poll(() => hasFocus(maria.button('Emoji'))).toBe(true)

    await page.keyboard.press('Enter')
    await search.fill('hands')
    const first = await active.getAttribute('aria-label')
    await page.keyboard.press('ArrowRight')
    expect(await active.getAttribute('aria-label')).not.toBe(first)
    expect(await active.getAttribute('id')).toBe(await search.getAttribute('aria-activedescendant'))
    await search.fill('folded hands')
    await panel.getByRole('radio', { name: 'Dark', exact: true }).check()
    await search.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => field.inputValue()).toBe('Thanks 🙏🏿!')
    expect(await hasFocus(field)).toBe(true)
    await field.press('Control+z')
    expect(await field.inputValue()).toBe('Thanks !')
    await field.fill('')

    // The same device, another time: kept, and in the same tone.
    await maria.button('Emoji').click()
    await panel.getByRole('rowheader', { name: 'Recently used' }).waitFor()
    expect(await active.getAttribute('aria-label')).toBe('folded hands')
    await panel.getByRole('button', { name: 'Flags' }).click()
    await panel.getByRole('rowheader', { name: 'Flags' }).waitFor()
    expect(await panel.getByRole('row').count()).toBeLessThan(40)

    const carla = await stage.enter('carla', await stage.openWindow(phone))
    await carla.openConversation('Maria Meyer')
    await carla.button('Emoji').tap()
    const sheet = carla.page.getByRole('dialog', { name: 'Emoji' })
    await sheet.getByRole('gridcell', { name: 'grinning face', exact: true }).tap()
    await expect.poll(() => carla.field.inputValue()).toBe('😀')
    expect(await sheet.count()).toBe(0)
    await expect.poll(() => hasFocus(carla.field)).toBe(true)
  })

  test('somebody is mentioned by keyboard, and sees it; only others of the group are offered', async () => {
    const { id } = await groupOf('Mentions')
    const maria = await stage.enter('maria')
    const carla = await stage.enter('carla')
    await maria.openConversation('Mentions')
    await carla.openConversation('Mentions')
    const { page, field } = maria
    const options = page.getByRole('option')
    await field.pressSequentially('@')
    await listbox(page).waitFor()
    expect(await options.allTextContents()).toEqual([
      expect.stringContaining('Carla Conti'),
      expect.stringContaining('Diego Duarte'),
    ])
    // A lone @ is perhaps meant: Enter would send it.
    expect(await chosen(page).count()).toBe(0)
    await field.pressSequentially('con')
    await chosen(page).filter({ hasText: 'Carla Conti' }).waitFor()
    await field.press('Tab')
    expect(await field.inputValue()).toBe('@Carla Conti ')
    expect(await hasFocus(field)).toBe(true)
    await field.pressSequentially('can you come? me@ca')
    expect(await listbox(page).count()).toBe(0)
    await field.press('Enter')
    await carla.bubble('can you come?').getByText('@Carla Conti', { exact: true }).waitFor()
    const { messages } = await (await apiOf(stage.server().url, 'carla')).chat.history.query({
      conversationId: id,
      limit: 10,
    })
    expect(messages.at(-1)?.content?.mentions).toEqual(['usr_demo_carla'])
  })

  test('what is too long says so, is never in the way, and goes out as several messages', async () => {
    const { id } = await groupOf('Long texts')
    const maria = await stage.enter('maria')
    await maria.openConversation('Long texts')
    const { page, field } = maria
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    async function paste(text: string) {
      await page.evaluate(copied => navigator.clipboard.writeText(copied), text)
      await field.focus()
      await field.press('ControlOrMeta+v')
    }
    await paste('word '.repeat(2000))
    await page.getByText('5,999 characters too many').waitFor()
    expect(await maria.button('Send').isDisabled()).toBe(true)
    await maria.button('Send as 3 messages').click()
    await expect.poll(() => field.inputValue()).toBe('')
    const api = await apiOf(stage.server().url, 'maria')
    const lengths = async () => (await api.texts(id)).map(text => text?.length)
    await expect.poll(lengths).toEqual([3999, 3999, 1999])

    await field.pressSequentially('a')
    const before = performance.now()
    await paste('word '.repeat(200_000))
    await page.getByText('only 40,000 characters were kept').waitFor()
    await maria.button('Send as 10 messages').waitFor()
    expect(await field.evaluate(({ value }: HTMLTextAreaElement) => value.length)).toBe(40_000)
    expect(performance.now() - before).toBeLessThan(5000)
    // Pasted by the browser itself, so it takes it back too.
    await field.press('ControlOrMeta+z')
    await expect.poll(() => field.inputValue()).toBe('a')
  })

  test('a draft and what it answers are there after a reload; Esc takes one thing at a time', async () => {
    const { id } = await groupOf('Drafts')
    const carla = await apiOf(stage.server().url, 'carla')
    await carla.say(id, 'When shall I come?')
    const maria = await stage.enter('maria')
    await maria.openConversation('Drafts')
    const { page, field } = maria
    expect(await field.getAttribute('placeholder')).toBe('Message Drafts')
    await maria.choose('When shall I come?', 'Reply')
    await field.pressSequentially('On Tuesday, @carl')
    await field.press('Enter')
    await field.pressSequentially('- and :hea')
    await listbox(page).waitFor()
    await page.reload()
    await page.getByText('Replying to Carla Conti').waitFor()
    expect(await field.inputValue()).toBe('On Tuesday, @Carla Conti - and :hea')
    await maria.row('Carla Conti', 'Repair').first().click()
    await maria.row('Drafts', 'Draft').waitFor()
    await maria.openConversation('Drafts')
    await field.pressSequentially('r')
    await listbox(page).waitFor()
    await field.press('Escape')
    await listbox(page).waitFor({ state: 'detached' })
    await page.getByText('Replying to Carla Conti').waitFor()
    await field.press('Control+Enter')
    await maria.bubble('On Tuesday').getByText('When shall I come?').waitFor()
    await maria.tick('On Tuesday', 'Sent').waitFor()
    const { messages } = await carla.chat.history.query({ conversationId: id, limit: 10 })
    expect(messages.at(-1)).toMatchObject({
      content: { mentions: ['usr_demo_carla'] },
      replyTo: messages.at(-2)?.id,
    })
    await maria.choose('When shall I come?', 'Reply')
    await field.press('Escape')
    await page.getByText('Replying to Carla Conti').waitFor({ state: 'detached' })
  })
})

const hasFocus = (target: Locator) => target.evaluate(element => element === document.activeElement)
