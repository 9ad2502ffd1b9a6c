import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { apiOf } from './api.ts'
import { faultsOf } from './axe.ts'
import { withChromium } from './chromium.ts'
import type { Person } from './person.ts'
import { phone, useStage } from './stage.ts'

withChromium(() => {
  const stage = useStage({ BROADCASTS_PER_MINUTE: '100' })
  const [maria, noah] = ['usr_demo_maria', 'usr_demo_noah']

  async function broadcast(as: string, text: string, userIds: string[] = [maria, noah]) {
    const { bulk } = await apiOf(stage.server().url, as)
    const content = { type: 'text' as const, text }
    const idempotencyKey = randomUUID()
    return bulk.send.mutate({ idempotencyKey, recipients: { userIds }, content })
  }

  const noFaults = async ({ page }: Person) => expect(await faultsOf(page)).toEqual([])
  const dialogOf = ({ page }: Person, name: string) => page.getByRole('dialog', { name })
  const notice = ({ page }: Person, text: string) =>
    page.getByRole('status').filter({ hasText: text })
  const notReached = async (as: string, text: string) =>
    (await broadcast(as, text)).errors.map(({ userId, reason }) => [userId, reason])

  async function fromAccount(
    { page }: Person,
    role: 'menuitem' | 'menuitemcheckbox',
    name: string,
  ) {
    await page.getByRole('button', { name: /^Account/ }).click()
    return page.getByRole(role, { name })
  }

  test('a bulk message comes live and says what it is; whoever wants no more of them says so there', async () => {
    const person = await stage.enter('maria')
    const { page } = person
    await broadcast('carla', 'Hello {{customer.firstName}}, I am in Bremen on Friday.')
    const text = 'Hello Maria, I am in Bremen on Friday.'
    await person.row('Carla Conti', text, '1 unread message').waitFor()
    await person.openConversation('Carla Conti', text)
    await person.bubble(text).getByText('Sent to several people').waitFor()
    await noFaults(person)
    await person.say('Friday suits me.')
    await person.bubble('Friday suits me.').waitFor()
    expect(await person.bubble('Friday suits me.').getByText('several').count()).toBe(0)

    await person.choose(text, 'Stop bulk messages')
    const asked = dialogOf(person, 'Stop bulk messages?')
    await noFaults(person)
    await asked.getByRole('button', { name: 'Cancel' }).click()
    await person.choose(text, 'Stop bulk messages')
    await asked.getByRole('button', { name: 'Stop bulk messages' }).click()
    await notice(person, 'You receive no more bulk messages.').waitFor()
    await noFaults(person)
    expect(await notReached('carla', 'Again')).toEqual([[maria, 'OPTED_OUT']])
    await person.button('Undo').click()
    await expect.poll(() => notReached('carla', 'Once more'), { interval: 500 }).toEqual([])

    await person.choose(text, 'Stop bulk messages')
    await asked.getByRole('button', { name: 'Stop bulk messages' }).click()
    await notice(person, 'You receive no more bulk messages.').waitFor()
    const own = await fromAccount(person, 'menuitemcheckbox', 'Receive bulk messages')
    expect(await own.getAttribute('aria-checked')).toBe('false')
    await noFaults(person)
    await own.click()
    await expect.poll(() => own.getAttribute('aria-checked')).toBe('true')
    await page.keyboard.press('Escape')
    expect(await notReached('carla', 'Back')).toEqual([])
    await (await fromAccount(person, 'menuitemcheckbox', 'Receive bulk messages')).click()
    await page.keyboard.press('Escape')
    await person.choose(text, 'Receive bulk messages again')
    await notice(person, 'You receive bulk messages again.').waitFor()
  })

  test('whoever is blocked reaches one no more, until that is taken back; on a phone as well', async () => {
    const [person, diego] = [
      await stage.enter('noah', await stage.openWindow(phone)),
      await stage.enter('diego'),
    ]
    const { page } = person
    await broadcast('diego', 'Free on Monday.')
    await person.openConversation('Diego Duarte', 'Free on Monday.')
    await diego.openConversation('Noah Nilsson', 'Free on Monday.')
    await diego.bubble('Free on Monday.').getByText('Sent to several people').waitFor()

    await person.optionsOf('Free on Monday.').tap()
    await page.getByRole('menuitem', { name: 'Block Diego Duarte' }).tap()
    const asked = dialogOf(person, 'Block Diego Duarte?')
    await noFaults(person)
    await asked.getByRole('button', { name: 'Block', exact: true }).tap()
    await notice(person, 'Diego Duarte is blocked.').waitFor()
    await page.getByText('You have blocked Diego Duarte').waitFor()
    await noFaults(person)
    expect(await notReached('diego', 'Still free.')).toEqual([[noah, 'BLOCKED']])
    await diego.say('Are you there?')
    await diego.tick('Are you there?', 'Not sent').waitFor()

    await page.getByRole('main').getByRole('button', { name: 'Unblock' }).tap()
    await page.getByText('You have blocked Diego Duarte').waitFor({ state: 'detached' })
    expect(await notReached('diego', 'Free on Tuesday.')).toEqual([])
    await person.bubble('Free on Tuesday.').waitFor()

    await person.button('People').tap()
    await person.button('Block Diego Duarte').tap()
    await asked.getByRole('button', { name: 'Block', exact: true }).tap()
    await person.button('Unblock Diego Duarte').waitFor()
    await noFaults(person)
    await page.keyboard.press('Escape')
    await person.button('Back to conversations').tap()
    await (await fromAccount(person, 'menuitem', 'Blocked people')).tap()
    const dialog = dialogOf(person, 'Blocked people')
    await dialog.getByText('1 person cannot write to you.').waitFor()
    await noFaults(person)
    await dialog.getByRole('button', { name: 'Unblock Diego Duarte' }).tap()
    await dialog.getByText('You have blocked nobody.').waitFor()
    expect(await notReached('diego', 'Free on Wednesday.')).toEqual([])
  })
})
