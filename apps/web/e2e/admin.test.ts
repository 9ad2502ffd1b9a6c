import { expect, test } from 'vitest'
import { makeAdministrator } from './administrator.ts'
import { faultsOf } from './axe.ts'
import { withChromium } from './chromium.ts'
import type { Person } from './person.ts'
import { useStage } from './stage.ts'

withChromium(() => {
  const stage = useStage()

  const openMenu = ({ page }: Person) => page.getByRole('button', { name: /^Account/ }).click()

  test('the page of connections is for administrators alone', async () => {
    const maria = await stage.enter('maria')
    await openMenu(maria)
    await maria.page.getByRole('menuitem', { name: 'Sign out' }).waitFor()
    expect(await maria.page.getByRole('menuitem', { name: 'Connections' }).count()).toBe(0)
    await maria.page.goto(`${stage.server().url}/admin`)
    await maria.page.getByRole('heading', { name: 'This page is for administrators' }).waitFor()
    expect(await maria.page.getByRole('heading', { name: 'Nodes' }).count()).toBe(0)
    await maria.page.getByRole('link', { name: 'Back to conversations' }).click()
    await maria.column.waitFor()
  })

  test('an administrator sees who is connected, reaches them, and ends a connection and all sessions', async () => {
    const { email, password } = await makeAdministrator(
      stage.server().dataDir,
      'ada@example.com',
      'Ada Admin',
    )
    const carla = await stage.enter('carla')
    const ada = await stage.visit('/', await stage.openWindow())
    await ada.page.getByLabel('E-mail').fill(email)
    await ada.page.getByLabel('Password').fill(password)
    await ada.button('Sign in').click()
    await openMenu(ada)
    await ada.page.getByRole('menuitem', { name: 'Connections' }).click()
    const nodes = ada.page.getByRole('table', { name: 'Nodes' }).getByRole('row')
    await expect.poll(() => nodes.count()).toBe(2) // with the one of their names

    await ada.page.getByLabel('Person or conversation').fill('carla')
    await ada.button('Carla Conti').click()
    await ada.page.reload()
    await ada.page.getByRole('heading', { name: 'Connections of Carla Conti' }).waitFor()
    await ada.button('Send a test signal').click()
    await ada.page.getByText('1 of 1 connection answered').waitFor()
    expect(await faultsOf(ada.page)).toEqual([])
    await ada.page.setViewportSize({ width: 375, height: 667 })
    await ada.page.getByRole('list', { name: 'Connections found' }).waitFor()
    expect(await faultsOf(ada.page)).toEqual([])

    const rows = ada.page.getByRole('list', { name: 'Connections found' }).getByRole('listitem')
    const ids = () => rows.getByTitle(/./).first().getAttribute('title')
    const before = await ids()
    const dialog = ada.page.getByRole('dialog')
    await ada.page.getByRole('button', { name: /^End connection/ }).click()
    await dialog.getByRole('button', { name: 'End connection' }).click()
    await ada.page.getByText('1 connection ended.').waitFor()
    await dialog.waitFor({ state: 'detached' })
    // Carla's device comes back by itself, and the page shows that by itself.
    await expect
      .poll(async () => [await rows.count(), (await ids()) === before])
      .toEqual([1, false])

    await ada.button('End all sessions').click()
    await dialog.getByRole('button', { name: 'End all sessions' }).click()
    await carla.page.getByText('You were signed out.').waitFor()
    await ada.page.getByText('Nobody is connected.').waitFor()
  })
})
