import { expect, test } from 'vitest'
import { apiOf } from './api.ts'
import { withChromium } from './chromium.ts'
import type { Person } from './person.ts'
import { phone, useStage } from './stage.ts'

withChromium(() => {
  const stage = useStage()

  async function signIn({ page, button }: Person, email: string, password: string) {
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill(password)
    await button('Sign in').click()
  }
  async function fromMenu({ page }: Person, item: string) {
    await page.getByRole('button', { name: /^Account/ }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  const isTold = ({ page }: Person, text: string) =>
    page.getByRole('alert').filter({ hasText: text }).waitFor()

  test('somebody signs up, signs in and out, and changes the password', async () => {
    const olga = await stage.visit('/')
    await olga.signUp('Olga Ortiz', 'olga@example.com', 'a first password')
    await olga.page.getByText('No conversations yet').waitFor()
    await olga.page.getByRole('button', { name: 'Account Olga Ortiz' }).waitFor()
    await olga.page.reload()
    await olga.column.waitFor()

    await fromMenu(olga, 'Sign out')
    await signIn(olga, 'olga@example.com', 'a wrong password')
    await isTold(olga, 'This e-mail and password do not belong together.')
    await signIn(olga, 'olga@example.com', 'a first password')
    await olga.column.waitFor()

    await fromMenu(olga, 'Change password')
    const dialog = olga.page.getByRole('dialog', { name: 'Change password' })
    await dialog.getByLabel('Current password').fill('a wrong password')
    await dialog.getByLabel('New password').fill('a second password')
    await dialog.getByRole('button', { name: 'Change password' }).click()
    await isTold(olga, 'The current password is not right.')
    await dialog.getByLabel('Current password').fill('a first password')
    await dialog.getByRole('button', { name: 'Change password' }).click()
    await olga.page.getByText('Your password was changed.').waitFor()
    await dialog.waitFor({ state: 'detached' })

    await fromMenu(olga, 'Sign out')
    await signIn(olga, 'olga@example.com', 'a first password')
    await isTold(olga, 'This e-mail and password do not belong together.')
    await signIn(olga, 'olga@example.com', 'a second password')
    await olga.column.waitFor()
  })

  test('signing out reaches the other tabs of a session within five seconds', async () => {
    const window = await stage.openWindow()
    const here = await stage.visit('/', window)
    await here.signUp('Tariq Tabs', 'tariq@example.com', 'a long password')
    await here.column.waitFor()
    const there = await stage.visit('/', window)
    await there.page.getByRole('button', { name: 'Account Tariq Tabs' }).waitFor()
    await fromMenu(here, 'Sign out')
    await there.page.getByText('You were signed out.').waitFor({ timeout: 5000 })
    await there.button('Sign in').waitFor()
  })

  test('a tab does not go on as somebody else who signs in in another one', async () => {
    const window = await stage.openWindow()
    const here = await stage.visit('/', window)
    await here.signUp('Ada First', 'ada@example.com', 'a long password')
    await here.column.waitFor()
    const there = await stage.visit('/', window)
    await there.column.waitFor()
    // It hears of the end of its session only when there is another one.
    await there.page.route('**/auth/token', route => route.abort())
    await fromMenu(here, 'Sign out')
    await here.signUp('Ben Second', 'ben@example.com', 'a long password')
    await here.column.waitFor()
    await there.page.unroute('**/auth/token')
    await there.page.getByText('You were signed out.').waitFor({ timeout: 15_000 })
    await here.page.reload()
    await here.page.getByRole('button', { name: 'Account Ben Second' }).waitFor()
  })

  test('an address that is taken already is told in words', async () => {
    const petra = await stage.visit('/')
    await petra.signUp('Petra Pons', 'petra@example.com', 'a long password')
    await petra.column.waitFor()
    const other = await stage.visit('/')
    await other.signUp('Somebody Else', 'petra@example.com', 'another password')
    await isTold(other, 'There is an account with this e-mail already.')
  })

  test('two tabs of one ordinary window hold two demo people at once', async () => {
    const window = await stage.openWindow()
    const maria = await stage.enter('maria', window)
    const carla = await stage.enter('carla', window)
    await maria.openConversation('Carla Conti')
    await carla.openConversation('Maria Meyer')
    await maria.say('From the tab on the left.')
    await carla.bubble('From the tab on the left.').waitFor()
    for (const { page } of [maria, carla]) await page.reload()
    await maria.page.getByRole('button', { name: 'Account Maria Meyer' }).waitFor()
    await carla.page.getByRole('button', { name: 'Account Carla Conti' }).waitFor()
    await carla.say('From the tab on the right.')
    await maria.bubble('From the tab on the right.').waitFor()
  })

  test('on a phone Back returns to the list', async () => {
    const carla = await stage.enter('carla', await stage.openWindow(phone))
    await carla.openConversation('Noah Nilsson')
    expect(await carla.list.isVisible()).toBe(false)
    await carla.page.goBack()
    await carla.row('Noah Nilsson').waitFor()
    expect(await carla.log.count()).toBe(0)

    await carla.openConversation('Maria Meyer')
    await carla.page.reload()
    await carla.button('Back to conversations').tap()
    await carla.row('Maria Meyer').waitFor()
    expect(new URL(carla.page.url()).pathname).toBe('/')
  })

  test('an address that leads nowhere says so, whether it is wrong or not for these eyes', async () => {
    const { url } = stage.server()
    const [others] = (await (await apiOf(url, 'noah')).chat.list.query({})).items
    const maria = await stage.enter('maria')
    for (const id of ['nonsense', '00000000-0000-4000-8000-000000000000', others?.id ?? '']) {
      await maria.page.goto(`${url}/c/${id}`)
      await maria.page.getByRole('heading', { name: 'This conversation is not there' }).waitFor()
      expect(await maria.field.count()).toBe(0)
    }
    await maria.page.getByRole('link', { name: 'Back to conversations' }).click()
    await maria.page.getByRole('heading', { name: 'Choose a conversation' }).waitFor()
    await maria.openConversation('Carla Conti')

    const nobody = await stage.visit('/?as=nobody')
    await nobody.page.getByText('There is no demo person called nobody.').waitFor()
  })
})
