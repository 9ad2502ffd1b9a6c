import type { BrowserContext } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { apiOf } from './api.ts'
import { faultsOf } from './axe.ts'
import { withChromium } from './chromium.ts'
import {
  beginWith,
  databases,
  drafts,
  holdDatabase,
  notes,
  raiseVersion,
  ready,
  spoil,
  spoilings,
} from './offline.ts'
import type { Person } from './person.ts'
import { useStage } from './stage.ts'

withChromium(() => {
  const stage = useStage({}, { serviceWorkers: 'allow' })
  const notice = ({ page }: Person, text: string) =>
    page.getByRole('status').filter({ hasText: text })

  /** Somebody with an account of their own, a conversation with Carla and a draft in it. */
  async function atHome(window: BrowserContext, name: string, email: string) {
    const person = await stage.visit('/', window)
    await person.signUp(name, email, 'a long password')
    await beginWith(person, 'Carla Conti')
    await person.say(`Said by ${name}.`)
    await person.tick(`Said by ${name}.`, 'Sent').waitFor()
    await ready(person)
    await person.field.fill('A draft that is')
    expect(await databases(person.page)).toHaveLength(1)
    expect(await drafts(person.page)).toHaveLength(1)
    return person
  }

  async function signOut({ page }: Person) {
    await page.getByRole('button', { name: /^Account/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
  }

  test('signing out leaves nothing of a person, in all tabs, and the next one sees nothing of it', async () => {
    const window = await stage.openWindow()
    const olga = await atHome(window, 'Olga One', 'one@example.com')
    const tab = await stage.visit('/', window)
    await tab.row('Carla Conti').waitFor()
    await signOut(olga)
    await olga.button('Sign in').waitFor()
    await tab.page.getByText('You were signed out.').waitFor({ timeout: 2000 })
    await expect.poll(() => databases(olga.page)).toEqual([])
    expect(await drafts(olga.page)).toEqual([])

    await olga.signUp('Paul Two', 'two@example.com', 'a long password')
    await olga.page.getByText('No conversations yet').waitFor()
    expect(await olga.page.getByText('Said by Olga One.').count()).toBe(0)
    const [one = '', ...others] = await databases(olga.page)
    expect(others).toEqual([])
    await olga.page.reload()
    await olga.page.getByRole('button', { name: 'Account Paul Two' }).waitFor()
    expect(await databases(olga.page)).toEqual([one])
  })

  test('whoever signs in after somebody who did not sign out finds nothing of them', async () => {
    const window = await stage.openWindow()
    const door = await stage.visit('/', window)
    await door.page.getByLabel('E-mail').waitFor()
    const ada = await atHome(window, 'Ada Left', 'ada.left@example.com')
    const [hers] = await databases(ada.page)
    await door.signUp('Ben Came', 'ben.came@example.com', 'a long password')
    await door.page.getByText('No conversations yet').waitFor()
    await ada.page.getByText('You were signed out.').waitFor()
    await expect.poll(() => databases(door.page)).toHaveLength(1)
    expect(await databases(door.page)).not.toContain(hers)
    expect(await drafts(door.page)).toEqual([])
  })

  test('a session that is over is told of when there is a network again, and nothing stays', async () => {
    const window = await stage.openWindow()
    const olga = await atHome(window, 'Olga Over', 'over@example.com')
    await window.setOffline(true)
    await olga.say('Too late.')
    await olga.offline.waitFor()
    await signOut(olga)
    const dialog = olga.page.getByRole('dialog', { name: 'Sign out?' })
    await dialog.getByText('1 message is not sent yet.').waitFor()
    expect(await faultsOf(olga.page)).toEqual([])
    await dialog.getByRole('button', { name: 'Cancel' }).click()

    const elsewhere = await stage.visit('/')
    await elsewhere.page.getByLabel('E-mail').fill('over@example.com')
    await elsewhere.page.getByLabel('Password').fill('a long password')
    await elsewhere.button('Sign in').click()
    await elsewhere.row('Carla Conti').waitFor()
    await elsewhere.page.getByRole('button', { name: /^Account/ }).click()
    await elsewhere.page.getByRole('menuitem', { name: 'Change password' }).click()
    await elsewhere.page.getByLabel('Current password').fill('a long password')
    await elsewhere.page.getByLabel('New password').fill('another password')
    await elsewhere.page.getByRole('button', { name: 'Change password' }).last().click()
    await elsewhere.page.getByText('Your password was changed.').waitFor()

    await olga.page.reload() // it opens, since nobody can say otherwise
    await olga.tick('Too late.', 'Sending').waitFor()
    await window.setOffline(false)
    await olga.page.getByText('You were signed out before 1 message was sent.').waitFor()
    await expect.poll(() => databases(olga.page)).toEqual([])
    expect(await drafts(olga.page)).toEqual([])
  })

  test('signing out without a network wipes at once, and ends the session when there is one', async () => {
    const window = await stage.openWindow()
    const olga = await atHome(window, 'Olga Out', 'out@example.com')
    await window.setOffline(true)
    await signOut(olga)
    await olga.button('Sign in').waitFor()
    await expect.poll(() => databases(olga.page)).toEqual([])
    await window.setOffline(false)
    const status = () =>
      olga.page.evaluate(async () => (await fetch('/auth/token', { method: 'POST' })).status)
    await expect.poll(status).toBe(401)
  })

  test('signing out leaves nothing either of what could not be written yet', async () => {
    const window = await stage.openWindow()
    const olga = await atHome(window, 'Olga Quick', 'quick@example.com')
    const letGo = await holdDatabase(window, stage.server().url)
    await window.setOffline(true)
    await olga.say('For nobody after me.')
    expect(await notes(olga.page)).toHaveLength(1)
    await signOut(olga)
    await olga.button('Sign out anyway').click()
    await olga.button('Sign in').waitFor()
    expect(await notes(olga.page)).toEqual([])
    await letGo()
    await expect.poll(() => databases(olga.page)).toEqual([])
    expect(await notes(olga.page)).toEqual([])
  })

  describe('what was kept and cannot be read', () => {
    const ways: [string, (person: Person) => Promise<void>][] = [
      ['a database of a later release', raiseVersion],
      ...Object.entries(spoilings).map(
        ([name, all]): [string, (person: Person) => Promise<void>] => [
          name,
          person => spoil(person, all),
        ],
      ),
    ]

    test.each(ways)('%s: a sentence, and everything goes on', async (name, happens) => {
      const maria = await stage.enter('maria')
      await maria.openConversation('Diego Duarte')
      await maria.say(`Before ${name}.`)
      await maria.tick(`Before ${name}.`, 'Sent').waitFor()
      await ready(maria)
      await happens(maria)
      await maria.bubble(`Before ${name}.`).waitFor()
      await notice(maria, 'could not be read').waitFor()
      await maria.say(`After ${name}.`)
      await maria.tick(`After ${name}.`, 'Sent').waitFor()
      expect(maria.sent.some(frame => frame.includes('Not for these eyes'))).toBe(false)
      await ready(maria)
      await maria.page.reload()
      await maria.bubble(`After ${name}.`).waitFor()
      expect(await notice(maria, 'could not be read').count()).toBe(0)
    })

    test('rows of another format are dropped without a word', async () => {
      const maria = await stage.enter('maria')
      await maria.openConversation('Diego Duarte')
      await ready(maria)
      await spoil(maria, [{ store: 'cache', patch: { format: 0 } }])
      await maria.say('After another format.')
      await maria.tick('After another format.', 'Sent').waitFor()
      expect(await notice(maria, 'could not be read').count()).toBe(0)
    })
  })

  describe('a browser that does not keep anything', () => {
    const obstacles = {
      'opens no database': [
        () => {
          IDBFactory.prototype.open = () => {
            throw new DOMException('not here', 'SecurityError')
          }
        },
        'This browser keeps nothing here',
      ],
      'has no room left': [
        () => {
          IDBObjectStore.prototype.put = () => {
            throw new DOMException('full', 'QuotaExceededError')
          }
        },
        'This device has no room left',
      ],
    } as const

    test.each(Object.entries(obstacles))(
      '%s: people are told, and it sends',
      async (_, [obstacle, told]) => {
        const window = await stage.openWindow()
        await window.addInitScript(obstacle)
        const maria = await stage.enter('maria', window)
        // Before anything is clicked: where it appears, all below moves down.
        await notice(maria, told).waitFor()
        await maria.openConversation('Diego Duarte')
        await maria.say(`Sent although: ${told}.`)
        await maria.tick(`Sent although: ${told}.`, 'Sent').waitFor()
        expect(await faultsOf(maria.page)).toEqual([])
        const { texts } = await apiOf(stage.server().url, 'diego')
        expect((await texts(maria.conversationId())).at(-1)).toBe(`Sent although: ${told}.`)

        // Only now closing the tab would lose something.
        await window.setOffline(true)
        await maria.say(`Waits: ${told}.`)
        const asked = maria.page.waitForEvent('dialog')
        void maria.page.close({ runBeforeUnload: true })
        const dialog = await asked
        expect(dialog.type()).toBe('beforeunload')
        await dialog.dismiss()
        await window.setOffline(false)
        await maria.tick(`Waits: ${told}.`, 'Sent').waitFor({ timeout: 15_000 })
        const closed = maria.page.waitForEvent('close')
        await maria.page.close({ runBeforeUnload: true })
        await closed
      },
    )
  })
})
