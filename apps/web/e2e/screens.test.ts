import type { BrowserContextOptions } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { words } from '../src/words/words.ts'
import { apiOf } from './api.ts'
import { faultsOf } from './axe.ts'
import { withChromium } from './chromium.ts'
import type { Person } from './person.ts'
import { phone, useStage } from './stage.ts'

/** Who sits there, so that nobody comes upon the messages of the other. */
const sizes: [name: string, as: string, options: BrowserContextOptions][] = [
  ['a desk', 'maria', {}],
  ['a phone', 'noah', phone],
]

withChromium(() => {
  const stage = useStage()

  describe.each(sizes)('axe finds nothing, on %s,', (size, as, options) => {
    const isPhone = size === 'a phone'
    const still: BrowserContextOptions = {
      ...options,
      colorScheme: 'light',
    }

    /** Looks at each state in turn, so that one run tells of all that is wrong. */
    function inspection() {
      const found: string[] = []
      return {
        found,
        async look({ page }: Person, name: string) {
          for (const fault of await faultsOf(page)) found.push(`${name}, ${fault}`)
        },
      }
    }

    test('where one signs in and up', async () => {
      const { found, look } = inspection()
      const visitor = await stage.visit('/?as=nobody', await stage.openWindow(still))
      await visitor.button('Maria Meyer, customer').waitFor()
      await look(visitor, 'signing in, with demo people and a notice')
      await visitor.page.getByLabel('E-mail').fill('nobody@example.com')
      await visitor.page.getByLabel('Password').fill('not the password')
      await visitor.button('Sign in').click()
      await visitor.page.getByText('do not belong together').waitFor()
      await look(visitor, 'signing in with a wrong password')
      await visitor.button('Create an account').click()
      await visitor.page.getByLabel('Your name').waitFor()
      await look(visitor, 'signing up')
      expect(found).toEqual([])
    })

    test('where one finds and begins conversations', async () => {
      const { found, look } = inspection()
      const email = `${isPhone ? 'phone' : 'desk'}@example.com`
      const olga = await stage.visit('/', await stage.openWindow(still))
      await olga.signUp('Olga Ortiz', email, 'a long password')
      await olga.page.getByText('No conversations yet').waitFor()
      await look(olga, 'no conversations yet')
      await olga.page.getByRole('button', { name: 'Account' }).click()
      await olga.page.getByRole('menu').waitFor()
      await look(olga, 'the menu of the account')
      await olga.page.getByRole('menuitem', { name: 'Change password' }).click()
      await olga.page.getByRole('dialog').waitFor()
      await look(olga, 'changing the password')
      await olga.page.keyboard.press('Escape')

      // What is empty offers one thing to do.
      await olga.button('Find somebody').click()
      const dialog = olga.page.getByRole('dialog', { name: 'New conversation' })
      await dialog.getByRole('checkbox').first().waitFor()
      await look(olga, 'a new conversation')
      await dialog.getByRole('checkbox', { name: 'Carla Conti' }).check()
      await look(olga, 'a new conversation with somebody chosen')
      await dialog.getByRole('searchbox').fill('Nobody')
      await dialog.getByText('Nobody called').waitFor()
      await look(olga, 'nobody found')
      await dialog.getByRole('searchbox').fill('Carla')
      await dialog.getByRole('checkbox', { name: 'Carla Conti' }).check()
      await dialog.getByRole('button', { name: 'Start conversation' }).click()
      await olga.field.waitFor()
      await look(olga, 'a conversation without messages')
      await olga.page.goto(`${stage.server().url}/c/nonsense`)
      await olga.page.getByText('This conversation is not there').waitFor()
      await look(olga, 'an address that leads nowhere')
      expect(found).toEqual([])
    })

    test('where one looks for something, and where something broke', async () => {
      const { found, look } = inspection()
      const window = await stage.openWindow({ ...still, serviceWorkers: 'block' })
      const person = await stage.enter(as, window)
      const { page } = person
      const { url } = stage.server()
      await person.row('Carla Conti').first().click({ button: 'right' })
      await page.getByRole('menu').waitFor()
      await look(person, 'the menu of a row')
      await page.getByRole('menuitem', { name: 'Archive' }).click()
      await page.getByRole('link', { name: /^Archived/ }).click()
      const archived = page.getByRole('list', { name: 'Archived' }).getByRole('link')
      await archived.first().waitFor()
      await look(person, 'the archive')
      await archived.first().click({ button: 'right' })
      await page.getByRole('menuitem', { name: 'Bring back' }).click()
      await page.getByText('Nothing is archived').waitFor()
      await look(person, 'an empty archive')

      await page.goto(`${url}/p/usr_demo_carla`)
      await person.button('Write to Carla Conti').waitFor()
      await look(person, 'a person')
      await page.keyboard.press('Control+k')
      await page.getByRole('option').first().waitFor()
      await look(person, 'the palette')
      await page.getByRole('combobox').fill('no such thing')
      await page.getByText('Nothing was found').waitFor()
      await look(person, 'the palette without results')
      await page.keyboard.press('Escape')
      await page.getByRole('option').waitFor({ state: 'detached' })
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
      await look(person, 'the help')

      await page.goto(`${url}/no/such/place`)
      await page.getByText('There is nothing here').waitFor()
      await look(person, 'an address of nothing')
      await page.goto(`${url}/p/nobody`)
      await page.getByText('There is nobody here').waitFor()
      await look(person, 'an address of nobody')
      const body = 'export const PersonScreen = () => { throw Error("Broken") }'
      await page.route('**/assets/PersonScreen-*.js', route =>
        route.fulfill({ contentType: 'text/javascript', body }),
      )
      await page.goto(`${url}/p/usr_demo_carla`)
      await page.getByText('This part stopped working').waitFor()
      await look(person, 'a part that broke')
      person.complaints.length = 0
      expect(found).toEqual([])
    })

    test('where one talks', async () => {
      const { found, look } = inspection()
      const person = await stage.enter(as, await stage.openWindow(still))
      const carla = await apiOf(stage.server().url, 'carla')
      await person.row('Carla Conti').waitFor()
      await look(person, 'the list of conversations')
      await person.openConversation('Carla Conti')
      await person.say('See https://example.com/tiles for the tiles')
      await person.choose('for the tiles', 'React with 👍')
      await person.choose('for the tiles', 'Reply')
      await look(person, 'writing a reply')
      await person.say('They come in red too')
      await person.choose('in red too', 'Edit')
      await look(person, 'editing')
      await person.say('They come in black too')
      await person.bubble('in black too').getByText('edited').waitFor()
      await look(person, 'a conversation with a quote, a link and a reaction')
      await person.optionsOf('in black too').click()
      await person.page.getByRole('menuitem', { name: 'Remove' }).waitFor()
      await look(person, 'the menu of a message')
      await person.page.getByRole('menuitem', { name: 'Remove' }).click()
      await person.button('Undo').waitFor()
      await look(person, 'a removal that can be undone')
      await person.log.getByText('Message removed').first().waitFor()
      await look(person, 'a message that was removed')
      await person.field.fill('x'.repeat(4001))
      await person.page.getByText('1 character too many').waitFor()
      await look(person, 'too long a text')
      await person.field.fill('')

      await carla.say(person.conversationId(), 'Something long.\n'.repeat(40))
      await person.bubble('Something long.').waitFor()
      // A person scrolls until they are there: a long message that is still measured moves the view.
      const scroll = async () => {
        await person.log.evaluate(list => list.scrollTo({ top: 0, behavior: 'instant' }))
        return person.page.getByRole('button', { name: words.conversation.latest }).isVisible()
      }
      await expect.poll(scroll).toBe(true)
      await carla.say(person.conversationId(), 'Something new.')
      await person.page.getByRole('button', { name: 'new message' }).waitFor()
      await look(person, 'reading further up')
      if (isPhone) {
        await person.button('Details').click()
        await person.page.getByRole('dialog', { name: 'Details' }).waitFor()
        await look(person, 'the job')
      }
      expect(found).toEqual([])
    })

    test('where several people talk', async () => {
      const { found, look } = inspection()
      const person = await stage.enter(as, await stage.openWindow(still))
      const dialog = person.page.getByRole('dialog').last()
      await person.button('New conversation').click()
      for (const name of ['Carla Conti', 'Diego Duarte'])
        await dialog.getByRole('checkbox', { name }).check()
      await dialog.getByLabel('Name of the group').fill('Both trades')
      await look(person, 'a new conversation with several people chosen')
      await dialog.getByRole('button', { name: 'Start group' }).click()
      await person.field.waitFor()
      await person.say('Hello, both of you')
      await person.choose('Hello, both', 'Read by')
      await person.page.getByRole('dialog', { name: 'Read by' }).waitFor()
      await look(person, 'who has read it')
      await person.page.keyboard.press('Escape')
      await person.page.getByRole('dialog').waitFor({ state: 'detached' })
      const offered = person.page.getByRole('option')
      await person.field.pressSequentially('@')
      await offered.filter({ hasText: 'Diego Duarte' }).waitFor()
      await look(person, 'somebody to mention')
      await person.field.fill('')
      await person.field.pressSequentially('Well done :tad')
      await offered.filter({ hasText: ':tada:' }).waitFor()
      await look(person, 'an emoji by its name')
      await person.field.fill('')
      await person.button('Emoji').click()
      await dialog.getByRole('gridcell').first().waitFor()
      await look(person, 'the emoji')
      await person.page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      if (isPhone) await person.button('People').tap()
      await person.button('Rename the group').waitFor()
      await look(person, 'the people of a group')
      await person.button('Add people').click()
      await dialog.getByLabel('Let them see').waitFor()
      await look(person, 'adding people')
      await person.page.keyboard.press('Escape')
      await person.button('Leave the group').click()
      await dialog.getByRole('button', { name: 'Leave' }).waitFor()
      await look(person, 'leaving a group')
      expect(found).toEqual([])
    })
  })

  test('axe finds nothing where the server cannot be reached', async () => {
    const found: string[] = []
    const people: Person[] = []
    for (const [, as, options] of sizes) {
      const window = await stage.openWindow({
        ...options,
        colorScheme: 'light',
      })
      const person = await stage.enter(as, window)
      // Not a group with her, which another test may have opened.
      await person.row('Carla Conti').filter({ hasNotText: 'You,' }).click()
      await person.log.waitFor()
      people.push(person)
    }
    await stage.server().stop('SIGTERM')
    for (const person of people) {
      await person.offline.waitFor()
      await person.say('Later, then.')
      await person.tick('Later, then.', 'Sending').waitFor()
      found.push(...(await faultsOf(person.page)))
    }
    expect(found).toEqual([])
  })
})
