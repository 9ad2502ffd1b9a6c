import { randomUUID } from 'node:crypto'
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { apiOf } from './api.ts'
import { faultsOf } from './axe.ts'
import { withChromium } from './chromium.ts'
import type { Person } from './person.ts'
import { useStage } from './stage.ts'

withChromium(() => {
  const stage = useStage()

  const hasFocus = (place: Locator) => place.evaluate(node => node === document.activeElement)
  const dialogOf = ({ page }: Person, name: string) => page.getByRole('dialog', { name })
  const member = ({ page }: Person, name: string) =>
    page
      .getByRole('complementary', { name: 'People' })
      .getByRole('listitem')
      .filter({ hasText: name })
  /** A line says what became of the group. */
  const tells = ({ log }: Person, text: string) => log.getByText(text, { exact: true }).waitFor()
  const titleOf = ({ page }: Person, name: string) =>
    page.getByRole('heading', { level: 1, name, exact: true })

  test('three people talk in a group, a fourth joins and sees from then on, one is removed and one leaves', async () => {
    const [maria, carla, diego, noah] = [
      await stage.enter('maria'),
      await stage.enter('carla'),
      await stage.enter('diego'),
      await stage.enter('noah'),
    ]
    await maria.button('New conversation').click()
    const opening = dialogOf(maria, 'New conversation')
    const field = opening.getByRole('searchbox', { name: 'Find people' })
    const chip = (name: string) => opening.getByRole('button', { name: `Take out ${name}` })
    await field.fill('car')
    await field.press('Enter')
    await chip('Carla Conti').waitFor()
    expect(await opening.getByLabel('Name of the group').count()).toBe(0)
    await field.fill('die')
    await field.press('Enter')
    await chip('Diego Duarte').waitFor()
    await field.press('Backspace')
    await chip('Diego Duarte').waitFor({ state: 'detached' })
    await opening.getByRole('checkbox', { name: 'Diego Duarte' }).check()
    await opening.getByLabel('Name of the group').fill('The roof')
    await field.press('Enter')
    await titleOf(maria, 'The roof').waitFor()
    await maria.say('Only for us three.')

    await carla.openConversation('The roof', 'Only for us three.')
    await diego.openConversation('The roof')
    await carla.button('Add people').click()
    const adding = dialogOf(carla, 'Add people to “The roof”')
    await adding.getByRole('checkbox', { name: 'Noah Nilsson' }).check()
    // That is for whoever opened the group to allow.
    expect(await adding.getByText('what was written before').count()).toBe(0)
    await adding.getByRole('button', { name: 'Add', exact: true }).click()
    await member(maria, 'Noah Nilsson').waitFor()
    await maria.say('Welcome, Noah.')
    await noah.openConversation('The roof')
    await noah.bubble('Welcome, Noah.').waitFor()
    await tells(noah, 'Carla Conti added you')
    expect(await noah.bubble('Only for us three.').count()).toBe(0)
    expect(await noah.page.getByRole('button', { name: /^Remove/ }).count()).toBe(0)

    await noah.button('Rename the group').click()
    const renaming = dialogOf(noah, 'Rename the group')
    await renaming.getByLabel('Name of the group').fill('The roof and the gutter')
    await renaming.getByRole('button', { name: 'Save' }).click()
    for (const person of [maria, carla, diego, noah])
      await titleOf(person, 'The roof and the gutter').waitFor()
    await tells(diego, 'Noah Nilsson named the group “The roof and the gutter”')

    await maria.button('Remove Diego Duarte').click()
    await dialogOf(maria, 'Remove Diego Duarte').getByRole('button', { name: 'Remove' }).click()
    await titleOf(diego, 'You are no longer in “The roof and the gutter”').waitFor()
    expect(await diego.row('The roof').count()).toBe(0)
    await member(maria, 'Diego Duarte').waitFor({ state: 'detached' })
    await tells(carla, 'Maria Meyer removed Diego Duarte')

    await noah.button('Leave the group').click()
    await dialogOf(noah, 'Leave').getByRole('button', { name: 'Leave' }).click()
    await titleOf(noah, 'You are no longer in “The roof and the gutter”').waitFor()
    await member(carla, 'Noah Nilsson').waitFor({ state: 'detached' })
    await carla.page.getByRole('heading', { name: '2 people' }).waitFor()
    await tells(carla, 'Noah Nilsson left')
    await maria.say('Just the two of us again.')
    await carla.bubble('Just the two of us again.').waitFor()
    await noah.page.getByRole('link', { name: 'Back to conversations' }).click()
    await titleOf(noah, 'Choose a conversation').waitFor()
    expect(await noah.row('The roof').count()).toBe(0)
  })

  test('adding somebody to a pair says that it opens a group, and goes there; its opener may show the past', async () => {
    const [carla, aisha] = [await stage.enter('carla'), await stage.enter('aisha')]
    await carla.openConversation('Maria Meyer')
    const pair = carla.conversationId()
    await carla.button('People').click()
    await carla.button('Add people').click()
    const adding = dialogOf(carla, 'Add people')
    await adding.getByText('This opens a new group with both of you').waitFor()
    await carla.page.keyboard.press('Escape')
    await adding.waitFor({ state: 'detached' })
    await expect.poll(() => hasFocus(carla.button('Add people'))).toBe(true)

    await carla.page.keyboard.press('Enter')
    await adding.getByRole('checkbox', { name: 'Noah Nilsson' }).check()
    await adding.getByRole('button', { name: 'Open group' }).click()
    await titleOf(carla, 'You, Maria Meyer, and Noah Nilsson').waitFor()
    expect(carla.conversationId()).not.toBe(pair)
    await carla.say('Before you came.')

    await carla.button('People').click()
    await carla.button('Add people').click()
    await adding.getByRole('checkbox', { name: 'Aisha Abadi' }).check()
    await adding.getByLabel('Let them see what was written before').check()
    await adding.getByRole('button', { name: 'Add', exact: true }).click()
    await aisha.openConversation('You, Carla Conti, and 2 others')
    await aisha.bubble('Before you came.').waitFor()
    await carla.page.keyboard.press('Escape')
    await expect.poll(() => hasFocus(carla.button('People'))).toBe(true)
    expect(await carla.page.getByRole('complementary').count()).toBe(0)
  })
  test('without a connection, Cancel calls it off; what was written for a group that one was removed from is not lost', async () => {
    const maria = await apiOf(stage.server().url, 'maria')
    const participantIds = ['carla', 'diego'].map(as => `usr_demo_${as}`)
    const opening = { participantIds, title: 'The fence', key: randomUUID() }
    const { id } = await maria.chat.open.mutate(opening)
    const window = await stage.openWindow()
    const carla = await stage.enter('carla', window)
    await carla.openConversation('The fence')
    await carla.button('Leave the group').click()
    const leaving = dialogOf(carla, 'Leave “The fence”?')

    await window.setOffline(true)
    await leaving.getByRole('button', { name: 'Leave' }).click()
    await leaving.getByText('This is done as soon as the server can be reached').waitFor()
    await leaving.getByRole('button', { name: 'Cancel' }).click()
    await carla.say('Shall we paint it?')
    await window.setOffline(false)
    await carla.tick('Shall we paint it?', 'Sent').waitFor()
    expect(await maria.texts(id)).toEqual(['Shall we paint it?'])

    await window.setOffline(true)
    await carla.say('Or in blue.')
    await carla.say('With white tips.')
    const [removed = ''] = participantIds
    await maria.chat.removePerson.mutate({ conversationId: id, userId: removed })
    await window.setOffline(false)
    await titleOf(carla, 'You are no longer in “The fence”').waitFor()
    const left = carla.page.getByRole('region', { name: '2 messages were not sent' })
    await left.getByText('Or in blue.').waitFor()
    expect(await faultsOf(carla.page)).toEqual([])
    await carla.page.getByRole('link', { name: 'Back to conversations' }).click()
    await carla.column.getByText('2 messages were not sent').waitFor()
    expect(await carla.button('Send all again').count()).toBe(0)
    await carla.column.getByRole('link', { name: 'Show' }).click()
    const discard = carla.page.getByRole('button', { name: 'Discard' })
    await discard.first().click()
    await discard.click()
    await carla.page.getByText('not sent').waitFor({ state: 'detached' })
    await carla.page.getByRole('link', { name: 'Back to conversations' }).click()
    await titleOf(carla, 'Choose a conversation').waitFor()
    expect(await carla.page.getByText('not sent').count()).toBe(0)
  })
})
