import { expect, test } from 'vitest'
import { faultsOf } from './axe.ts'
import { withChromium } from './chromium.ts'
import type { Person } from './person.ts'
import { useStage } from './stage.ts'

withChromium(() => {
  const stage = useStage()

  const header = ({ page }: Person) => page.getByRole('main').locator('header')
  /** How things stand with the other, as the header of the conversation says. */
  const standing = (person: Person, text: string) =>
    header(person).getByRole('paragraph').filter({ hasText: text })

  test('two people see each other come, type, go away and leave', async () => {
    const maria = await stage.enter('maria')
    await maria.openConversation('Diego Duarte')
    const row = maria.row('Diego Duarte').first()
    expect(await row.getByText('Online').count()).toBe(0)

    const diego = await stage.enter('diego')
    await standing(maria, 'Online').waitFor({ timeout: 3000 })
    await row.getByText('Online').waitFor()
    await diego.openConversation('Maria Meyer')
    await standing(diego, 'Online').waitFor()

    const top = () => header(maria).boundingBox()
    const before = await top()
    await diego.field.pressSequentially('I am just')
    await standing(maria, 'Diego is typing…').waitFor({ timeout: 3000 })
    await row.getByText('Diego is typing…').waitFor()
    expect(await top()).toEqual(before)
    expect(await faultsOf(maria.page)).toEqual([])
    await diego.field.press('Enter')
    await maria.bubble('I am just').waitFor()
    await standing(maria, 'Online').waitFor()
    await row.getByText('I am just').waitFor()

    const fillOf = (status: string) =>
      row
        .getByText(status)
        .evaluate(text => getComputedStyle(text.previousElementSibling ?? text).backgroundColor)
    // Also where the system draws in its own few colours.
    await maria.page.emulateMedia({ forcedColors: 'active' })
    const full = await fillOf('Online')
    await diego.hide(true)
    await standing(maria, 'Away').waitFor({ timeout: 5000 })
    await row.getByText('Away').waitFor()
    expect(await fillOf('Away')).not.toBe(full)
    await maria.page.emulateMedia({ forcedColors: 'none' })
    await diego.hide(false)
    await standing(maria, 'Online').waitFor({ timeout: 3000 })

    await diego.page.close()
    await standing(maria, 'Last seen just now').waitFor({ timeout: 5000 })
    expect(await row.getByText(/Online|Away/).count()).toBe(0)
  })

  test('without a connection nothing is said of others', async () => {
    const window = await stage.openWindow()
    const carla = await stage.enter('carla', window)
    await carla.openConversation('Maria')
    const maria = await stage.enter('maria')
    await standing(carla, 'Online').waitFor()
    await window.setOffline(true)
    await carla.offline.waitFor()
    await standing(carla, 'Online').waitFor({ state: 'detached', timeout: 10_000 })
    await window.setOffline(false)
    await standing(carla, 'Online').waitFor({ timeout: 15_000 })
    await maria.page.close()
  })

  test('who hides when they are online is not seen, and does not see others', async () => {
    const [maria, diego] = [await stage.enter('maria'), await stage.enter('diego')]
    await maria.openConversation('Diego Duarte')
    await diego.openConversation('Maria Meyer')
    await standing(maria, 'Online').waitFor()
    await diego.page.getByRole('button', { name: /^Account/ }).click()
    const own = diego.page.getByRole('menuitemcheckbox', { name: 'Show when I am online' })
    await own.and(diego.page.locator('[aria-checked=true]')).waitFor()
    expect(await faultsOf(diego.page)).toEqual([])
    await own.click()
    await own.and(diego.page.locator('[aria-checked=false]')).waitFor()
    await standing(maria, 'Online').waitFor({ state: 'detached', timeout: 5000 })
    await standing(diego, 'Online').waitFor({ state: 'detached', timeout: 5000 })
    await own.click()
    await standing(maria, 'Online').waitFor({ timeout: 5000 })
  })
})

withChromium(() => {
  const stage = useStage({ MESSAGES_PER_MINUTE: '3' })

  test('messages that are too many wait with a countdown, and go by themselves', async () => {
    const maria = await stage.enter('maria')
    await maria.openConversation('Diego Duarte')
    for (const text of ['One.', 'Two.', 'Three.', 'Four.']) await maria.say(text)
    await maria.tick('Three.', 'Sent').or(maria.tick('Three.', 'Delivered')).waitFor()
    await maria.page.getByText(/^Sending again in \d+ s$/).waitFor()
    await maria.tick('Four.', 'Sending').waitFor()
    expect(await maria.page.getByRole('alert').filter({ hasText: 'Not sent' }).count()).toBe(0)
    expect(await faultsOf(maria.page)).toEqual([])
  })
})
