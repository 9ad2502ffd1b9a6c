import { expect, test } from 'vitest'
import { apiOf } from './api.ts'
import { faultsOf } from './axe.ts'
import { withChromium } from './chromium.ts'
import { heldLine } from './heldLine.ts'
import type { Person } from './person.ts'
import { phone, useStage } from './stage.ts'

withChromium(() => {
  const stage = useStage({ BROADCASTS_PER_MINUTE: '1000' })

  const titleOf = ({ page }: Person, name: string) =>
    page.getByRole('heading', { level: 1, name, exact: true })
  const hasFocus = (person: Person, name: string) =>
    expect
      .poll(() => titleOf(person, name).evaluate(it => it === document.activeElement))
      .toBe(true)
  const counts = ({ page }: Person, text: string) =>
    page.getByRole('status').filter({ hasText: text }).waitFor()
  const reading = ({ page }: Person, name: string) =>
    page.getByRole('figure').filter({ hasText: `What ${name} reads` })
  const dialogOf = ({ page }: Person, name: string) => page.getByRole('dialog', { name })
  const noFaults = async ({ page }: Person) => expect(await faultsOf(page)).toEqual([])

  async function compose(person: Person) {
    await person.page.getByRole('link', { name: 'Bulk messages' }).click()
    await person.page.getByRole('link', { name: 'New bulk message' }).first().click()
    await titleOf(person, 'New bulk message').waitFor()
  }

  /** Asks, and sends once it is said to how many. */
  async function send(person: Person, act: 'Send' | 'Schedule', title: string) {
    await person.button(act).click()
    await dialogOf(person, title).getByRole('button', { name: act, exact: true }).click()
  }

  test('a contractor chooses people by name, sees what each will read and who does not get it, takes it back, and sends it for good', async () => {
    const [carla, maria] = [await stage.enter('carla'), await stage.enter('maria')]
    const { page } = carla
    await compose(carla)
    await hasFocus(carla, 'New bulk message')
    await carla.button('Send').click()
    await page.getByText('Choose at least one person.').waitFor()
    await page.getByText('Write what they will read.').waitFor()

    const people = page.getByRole('searchbox', { name: 'Find people' })
    await people.fill('mar')
    await people.press('Enter')
    await page.getByRole('button', { name: 'Take out Maria Meyer' }).waitFor()
    await page.getByRole('checkbox', { name: 'Aisha Abadi' }).check()
    expect(await page.getByRole('checkbox', { name: 'Diego Duarte' }).count()).toBe(0)
    await page.getByLabel('Which job it is about').selectOption('Repair a leaking roof')
    await carla.field.fill('Hello ')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Their first name' }).press('Enter')
    // The menu gives the keys back when it has closed.
    await expect
      .poll(() => carla.field.evaluate(field => field === document.activeElement))
      .toBe(true)
    await page.keyboard.type(', I come about “{{job.name}}”.')
    await page.getByText('There is no variable {{job.name}}.').waitFor()
    await carla.field.fill((await carla.field.inputValue()).replace('job.name', 'job.title'))

    await counts(carla, '1 person will get it, 1 person will not.')
    await reading(carla, 'Maria Meyer')
      .getByText('Hello Maria, I come about “Repair a leaking roof”.')
      .waitFor()
    await page.getByRole('tab', { name: 'Get it (1)', exact: true }).press('ArrowRight')
    await page.getByText('Has no relation to').waitFor()
    await noFaults(carla)

    await page.reload()
    await page.getByRole('button', { name: 'Take out Aisha Abadi' }).click()
    await counts(carla, '1 person will get it.')
    await send(carla, 'Send', 'Send to 1 person?')
    await carla.button('Undo').click()
    await page.getByText('It was not sent.').waitFor()
    await titleOf(carla, 'New bulk message').waitFor()
    expect(await carla.field.inputValue()).toContain('Hello {{customer.firstName}}')

    await counts(carla, '1 person will get it.')
    await send(carla, 'Send', 'Send to 1 person?')
    await carla.button('Undo').waitFor()
    await carla.row('Noah Nilsson').click()
    await titleOf(carla, 'Noah Nilsson').waitFor()
    await carla.button('Undo').waitFor() // wherever one goes
    await noFaults(carla)
    await carla.button('Undo').waitFor({ state: 'detached', timeout: 12_000 })
    await maria.openConversation('Repair a leaking roof', 'Hello Maria, I come about')
    const { texts } = await apiOf(stage.server().url, 'maria')
    const said = await texts(maria.conversationId())
    expect(said.filter(text => text?.startsWith('Hello Maria'))).toHaveLength(1)
    await compose(carla)
    expect(await carla.field.inputValue()).toBe('')
  })

  test('everybody who fits gets a template at a time, in the zone of whoever chose it', async () => {
    const diego = await stage.enter(
      'diego',
      await stage.openWindow({ timezoneId: 'Europe/Berlin' }),
    )
    const { page } = diego
    await compose(diego)
    await diego.field.fill('Dear {{customer.name}}, {{job.title}} in {{job.place}}.')
    await diego.button('Save as template').click()
    await dialogOf(diego, 'Save as template').getByLabel('Name of the template').fill('Next week')
    await page.keyboard.press('Enter')
    await page.getByText('“Next week” is among your templates.').waitFor()
    await diego.field.fill('Something else.')
    await diego.button('Take a template').click()
    await page.getByRole('menuitem', { name: 'Next week' }).click()
    await dialogOf(diego, 'Take “Next week”?').getByRole('button', { name: 'Replace' }).click()

    await page.getByRole('radio', { name: 'Everybody who fits' }).check()
    await page.getByLabel('Type of job').fill('Roofing')
    await counts(diego, '2 people will get it.')
    await page.getByRole('radio', { name: 'Noah Nilsson' }).check()
    await reading(diego, 'Noah Nilsson')
      .getByText('Dear Noah Nilsson, Clean and refit the gutters in Am Deich 41, Bremen.')
      .waitFor()
    await page.getByLabel('Place of the job').fill('Nowhere')
    await page.getByText('Look at who gets it: nobody matches.').waitFor()
    await page.getByLabel('Place of the job').fill('')

    const year = new Date().getFullYear()
    const at = page.getByLabel('Day and time')
    await page.getByRole('radio', { name: 'At a time' }).check()
    await at.fill(`${year - 1}-05-01T10:00`)
    await page.getByText('That time has passed already.').waitFor()
    await at.fill(`${year + 1}-01-15T09:30`)
    await page.getByText('Central European Standard Time (Europe/Berlin)').waitFor()
    await noFaults(diego)
    await counts(diego, '2 people will get it.')
    await send(diego, 'Schedule', 'Schedule for 2 people?')
    await hasFocus(diego, 'Bulk message')
    const { bulk } = await apiOf(stage.server().url, 'diego')
    const { items } = await bulk.list.query({})
    expect(items).toMatchObject([
      {
        status: 'scheduled',
        total: 2,
        dueAt: `${year + 1}-01-15T08:30:00.000Z`,
        zone: 'Europe/Berlin',
        filter: { jobType: 'Roofing' },
      },
    ])
  })

  test('an answer that is lost, and a reload, do not send it twice; customers find nothing there', async () => {
    const window = await stage.openWindow(phone)
    const line = await heldLine(window)
    const before = await stage.enter('carla', window)
    await compose(before)
    await before.page.getByRole('checkbox', { name: 'Noah Nilsson' }).check()
    await before.field.fill('Only once, {{customer.firstName}}.')
    await counts(before, '1 person will get it.')
    const { bulk } = await apiOf(stage.server().url, 'carla')
    const sent = async () =>
      (await bulk.list.query({})).items.filter(({ text }) => text.startsWith('Only once'))
    line.hold()
    await send(before, 'Send', 'Send to 1 person?')
    await expect.poll(async () => (await sent()).length).toBe(1)
    await before.page.close()
    line.lose()

    const carla = await stage.enter('carla', window)
    const { page } = carla
    await compose(carla)
    await page.getByText('No answer came.').waitFor()
    const width = await page.evaluate(() => document.querySelector('main')?.scrollWidth)
    expect(width).toBe(phone.viewport.width)
    await counts(carla, '1 person will get it.')
    await noFaults(carla)
    await send(carla, 'Send', 'Send to 1 person?')
    await carla.button('Undo').click()
    await page.getByText('It was not sent.').waitFor()
    expect(await sent()).toMatchObject([{ status: 'cancelled', total: 1, totalSent: 0 }])

    const maria = await stage.enter('maria')
    expect(await maria.page.getByRole('link', { name: 'Bulk messages' }).count()).toBe(0)
    await maria.page.goto(`${stage.server().url}/bulk/new`)
    await titleOf(maria, 'There is nothing here').waitFor()
  })
})
