import { expect, test } from 'vitest'
import { apiOf } from './api.ts'
import { withChromium } from './chromium.ts'
import type { Person } from './person.ts'
import { useStage } from './stage.ts'

withChromium(() => {
  const stage = useStage({}, { serviceWorkers: 'allow' })

  /** Two people in the conversation that they have about a job. */
  async function both(job: string, one: [as: string, name: string], other: typeof one) {
    const people = [await stage.enter(one[0]), await stage.enter(other[0])] as const
    await people[0].openConversation(other[1], job)
    await people[1].openConversation(one[1], job)
    return people
  }
  const mariaAndDiego = () => both('Wire a new kitchen', ['maria', 'Maria'], ['diego', 'Diego'])

  test('a customer and a contractor step in with one click, in two browsers, and talk live about a job', async () => {
    const maria = await stage.visit('/')
    await maria.button('Maria Meyer, customer').click()
    await maria.openConversation('Carla Conti', 'Repair a leaking roof')
    const job = maria.page.getByRole('complementary', { name: 'Details' })
    await job.getByText('Lindenstraße 12').waitFor()
    for (const fact of ['Repair a leaking roof', 'open', '€ 1,850', 'Carla Conti'])
      await job.getByText(fact, { exact: true }).waitFor()
    await maria.say('Thursday at 15:00 would be fine.')
    await maria.tick('Thursday at 15:00', 'Sent').waitFor()

    const carla = await stage.visit('/', await stage.anotherBrowser())
    await carla.button('Carla Conti, contractor').click()
    const row = carla.row('Maria Meyer', 'Repair a leaking roof')
    await row.getByText('1 unread message').waitFor()
    await maria.tick('Thursday at 15:00', 'Delivered').waitFor()
    await row.click()
    await carla.bubble('Thursday at 15:00').waitFor()
    const fresh = carla.log.getByRole('heading', { name: 'New', exact: true })
    await fresh.waitFor()
    await maria.tick('Thursday at 15:00', 'Read').waitFor()
    await row.getByText('unread').waitFor({ state: 'detached' })

    await carla.say('See you then!')
    await maria.bubble('See you then!').waitFor()
    await maria.say('I will be there.')
    await carla.bubble('I will be there.').waitFor()
    await carla.tick('See you then!', 'Read').waitFor()
    const { title } = await maria
      .bubble('See you then!')
      .getByRole('time')
      .evaluate((time: HTMLElement) => ({ title: time.title }))
    expect(title).toMatch(/20\d\d.*\d\d:\d\d/)

    // Who cannot see it hears what the other one said, and nothing of what was there or is one's own.
    expect(await maria.log.getAttribute('aria-label')).toContain('Carla Conti')
    expect(await maria.log.getAttribute('aria-live')).toBe('off')
    const heard = ({ page }: Person) =>
      page.getByRole('main').locator('[aria-live="polite"]').allTextContents()
    expect((await heard(maria)).join('')).toMatch(/^\W?Carla Conti\W*See you then!\W?$/)
    expect((await heard(carla)).join('')).toMatch(/^\W?Maria Meyer\W*I will be there.\W?$/)

    // What was new is marked until she leaves.
    expect(await fresh.count()).toBe(1)
    await carla.openConversation('Noah Nilsson')
    await row.click()
    await carla.bubble('I will be there.').waitFor()
    expect(await fresh.count()).toBe(0)
  })

  test('a message counts as read only while somebody can see it', async () => {
    const [maria, diego] = await mariaAndDiego()
    await maria.focusForReal()
    const another = await maria.page.context().newPage()
    await another.bringToFront()
    await expect.poll(() => maria.page.evaluate(() => document.hasFocus())).toBe(false)

    await diego.say('Did you get my offer?')
    await diego.tick('Did you get my offer?', 'Delivered').waitFor()
    await maria.bubble('Did you get my offer?').waitFor({ state: 'attached' })
    expect(await diego.tick('Did you get my offer?', 'Read').count()).toBe(0)
    expect(maria.sent.filter(frame => frame.includes('chat.markDelivered'))).not.toEqual([])

    await maria.page.bringToFront()
    await diego.tick('Did you get my offer?', 'Read').waitFor()

    await maria.hide(true)
    await diego.say('It is good until Friday.')
    await diego.tick('It is good until Friday.', 'Delivered').waitFor()
    await maria.bubble('It is good until Friday.').waitFor({ state: 'attached' })
    expect(await diego.tick('It is good until Friday.', 'Read').count()).toBe(0)
    await maria.hide(false)
    await diego.tick('It is good until Friday.', 'Read').waitFor()
  })

  test('an edit is seen by both, and marked', async () => {
    const [maria, diego] = await mariaAndDiego()
    await maria.say('The key is with my neigbour.')
    await diego.bubble('neigbour').waitFor()
    await maria.choose('neigbour', 'Edit')
    await maria.page.getByText('Editing your message').waitFor()
    await expect.poll(() => maria.field.inputValue()).toBe('The key is with my neigbour.')
    await maria.say('The key is with my neighbour.')
    for (const person of [maria, diego]) {
      await person.bubble('The key is with my neighbour.').getByText('edited').waitFor()
      expect(await person.page.getByText('neigbour').count()).toBe(0)
    }
    expect(await maria.field.inputValue()).toBe('')
  })

  test('a removal that is undone was never sent; one that is not takes the text away from both', async () => {
    const [maria, diego] = await mariaAndDiego()
    await maria.say('The meter is in the cellar.')
    await maria.say('The code of the gate is 4711.')
    // Where a text can stand besides its own place: in a quote, and in the list.
    await diego.choose('4711', 'Reply')
    await diego.say('Noted, thank you.')
    await maria.bubble('Noted, thank you.').getByText('4711').waitFor()

    // The second removal goes out five seconds after the first one would have.
    await maria.choose('The meter is in the cellar.', 'Remove')
    await maria.button('Undo').click()
    await maria.bubble('The meter is in the cellar.').waitFor()
    await maria.choose('The code of the gate', 'Remove')
    for (const person of [diego, maria]) {
      await expect.poll(async () => (await person.page.content()).includes('4711')).toBe(false)
      await person.log.getByText('Message removed').first().waitFor()
      await person.bubble('The meter is in the cellar.').waitFor()
    }
    expect(maria.sent.filter(frame => frame.includes('chat.remove'))).toHaveLength(1)

    const { chat, texts } = await apiOf(stage.server().url, 'diego')
    const conversationId = maria.conversationId()
    expect(await texts(conversationId)).toContain('The meter is in the cellar.')
    const answers = [
      await texts(conversationId),
      await chat.list.query({}),
      await chat.changesSince.query({ conversationId, version: 0 }),
    ]
    expect(JSON.stringify(answers)).not.toContain('4711')
  })

  test('a reply quotes what it answers, and the quote leads there', async () => {
    const [maria, diego] = await mariaAndDiego()
    await maria.say('Which colour do the sockets have?')
    await diego.choose('Which colour', 'Reply')
    await diego.page.getByText('Replying to Maria Meyer').waitFor()
    await diego.say('White, like the old ones.')
    const quote = maria.bubble('White, like').getByRole('button', { name: 'Go to the message of' })
    await quote.getByText('Which colour do the sockets have?').waitFor()
    await quote.click()
    const lit = maria.page.locator('.animate-found')
    await lit.getByText('Which colour do the sockets have?').waitFor()
    await lit.waitFor({ state: 'detached' })
  })

  test('both react, see who did, and take it back', async () => {
    const [maria, diego] = await mariaAndDiego()
    const button = (person: Person, name: string) =>
      person.bubble('Shall we say Friday?').getByRole('button', { name, exact: true })
    await maria.say('Shall we say Friday?')
    await diego.choose('Shall we say Friday?', 'React with 👍')
    await button(maria, '👍 1: Diego Duarte').click()
    await button(diego, '👍 2: You and Maria Meyer').waitFor()
    await button(maria, '👍 2: Diego Duarte and You').click()
    await button(diego, '👍 1: You').click()
    await button(diego, '👍 1: You').waitFor({ state: 'detached' })
    // Diego sees his own at once; Maria when it has arrived.
    const left = maria.bubble('Shall we say Friday?').getByText('👍')
    await expect.poll(() => left.count()).toBe(0)
  })

  test('a new conversation about a job reaches the other side at once', async () => {
    const [aisha, carla] = [await stage.enter('aisha'), await stage.enter('carla')]
    await aisha.button('New conversation').first().click()
    const dialog = aisha.page.getByRole('dialog', { name: 'New conversation' })
    const people = dialog.getByRole('checkbox')

    // A customer finds contractors and no other customers.
    await expect.poll(() => people.count()).toBe(2)
    await dialog.getByRole('searchbox', { name: 'Find people' }).fill('Noah')
    await dialog.getByText('Nobody called “Noah” can be written to.').waitFor()
    expect(await people.count()).toBe(0)

    await dialog.getByRole('searchbox', { name: 'Find people' }).fill('carla')
    await dialog.getByRole('checkbox', { name: 'Carla Conti, contractor' }).check()
    await dialog.getByRole('combobox', { name: 'About' }).selectOption('Solar panels for a garage')
    await dialog.getByRole('button', { name: 'Start conversation' }).click()
    await aisha.log.waitFor()
    await carla.row('Aisha Abadi', 'Solar panels for a garage').waitFor()
    await aisha.say('Do you do solar?')
    await carla.row('Aisha Abadi', 'Do you do solar?', '1 unread message').click()
    await carla.say('We do!')
    await aisha.bubble('We do!').waitFor()
  })
})
