import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { makeAdministrator } from './administrator.ts'
import { apiOf } from './api.ts'
import { faultsOf } from './axe.ts'
import { withChromium } from './chromium.ts'
import { type Hosted, hosted, hostSecret } from './hosted.ts'
import type { Person } from './person.ts'
import { phone, useStage } from './stage.ts'

/** So many that there is time to stop it, wherever this runs. */
const many = 20_000

withChromium(() => {
  const stage = useStage({
    ...hostSecret,
    BROADCASTS_PER_MINUTE: '1000',
    BROADCAST_MAX: String(many),
  })

  const content = (text: string) => ({ type: 'text' as const, text })
  const soon = () => new Date(Date.now() + 1_500).toISOString()
  const inAWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString()
  const noFaults = async ({ page }: Person) => expect(await faultsOf(page)).toEqual([])
  const rows = ({ page }: Person) =>
    page.getByRole('list', { name: 'Recipients' }).getByRole('listitem')
  const part = ({ page }: Person, name: string) =>
    page.getByRole('navigation', { name: 'Show' }).getByRole('link', { name })

  async function send(userIds: string[], text: string, scheduleAt: string, zone?: string) {
    const { bulk } = await apiOf(stage.server().url, 'carla')
    return bulk.send.mutate({
      idempotencyKey: randomUUID(),
      recipients: { userIds },
      content: content(text),
      scheduleAt,
      ...(zone && { zone }),
    })
  }

  async function toBulk(person: Person, text?: string) {
    await person.page.getByRole('link', { name: 'Bulk messages' }).click()
    if (text) await person.page.getByRole('main').getByRole('link', { name: text }).click()
  }

  /** A few dozen customers; the first does not want bulk messages, the second blocks Carla. */
  async function customers(): Promise<Hosted[]> {
    const names = ['=1+1', 'Ann', 'Bo, "the" Second', ...Array(27).fill('Customer')]
    const { url } = stage.server()
    const all = await Promise.all(
      names.map((name, at) => hosted(url, `customer-${at}`, `${name} ${at}`)),
    )
    await all[0]?.me.setPreferences.mutate({ acceptBulk: false })
    await all[1]?.people.block.mutate({ userId: 'usr_demo_carla' })
    return all
  }

  test('a broadcast begins by itself, and its report tells of each, is filtered, kept up to date and downloaded', async () => {
    const carla = await stage.enter('carla')
    const { page } = carla
    const people = await customers()
    const ids = people.map(({ id }) => id)
    await send([...ids, 'customer-5', 'nobody'], 'The gutters, {{customer.firstName}}!', soon())
    await toBulk(carla, 'The gutters')
    await part(carla, 'Failed 4').click()
    await expect.poll(() => rows(carla).allInnerTexts()).toHaveLength(4)
    for (const why of [
      'Does not want bulk messages.',
      'Not delivered.',
      'Was on the list already.',
      'Nobody has this id.',
    ])
      expect(await rows(carla).filter({ hasText: why }).count()).toBe(1)
    await noFaults(carla)
    await page.reload()
    await expect.poll(() => rows(carla).count()).toBe(4)

    await part(carla, 'All 32').click()
    await expect.poll(() => rows(carla).count()).toBe(32)
    const [conversation] = (await people[4]?.chat.list.query({ limit: 1 }))?.items ?? []
    if (!conversation) throw new Error('nothing came')
    const position = { conversationId: conversation.id, seq: conversation.lastSeq }
    await people[4]?.chat.markRead.mutate(position)
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
    await part(carla, 'Read 1').waitFor()
    await rows(carla).filter({ hasText: 'Customer 4' }).filter({ hasText: 'Read' }).waitFor()

    const downloaded = page.waitForEvent('download')
    await carla.button('Download CSV').click()
    const file = await downloaded
    expect(file.suggestedFilename()).toMatch(/^bulk-message-\d{4}-\d\d-\d\d\.csv$/)
    const lines = (await readFile(await file.path(), 'utf8')).split('\r\n')
    expect(lines).toHaveLength(34) // with their names, and nothing after the last
    expect(lines[0]).toMatch(/^\uFEFF"Name","Person ID","Status","Reason"/)
    expect(lines[1]).toContain(`"'=1+1 0","customer-0","Failed","Does not want bulk messages."`)
    expect(lines[2]).toContain('"customer-1","Failed","Not delivered."')
    expect(lines[3]).toContain('"Bo, ""the"" Second 2"')

    await rows(carla).getByRole('link', { name: 'Customer 4' }).click()
    await carla.bubble('The gutters, Customer!').waitFor()
  })

  test('a large one is followed while it is sent, and stopped in the middle: what went, went', async () => {
    const carla = await stage.enter('carla')
    const { page } = carla
    const nobody = Array.from({ length: many }, (_, at) => `nobody-${at}`)
    await send(nobody, 'To very many', soon())
    await toBulk(carla, 'To very many')
    const bar = page.getByRole('progressbar', { name: 'Progress of sending' })
    await expect
      .poll(async () => Number(await bar.getAttribute('aria-valuenow')))
      .toBeGreaterThan(0)
    await carla.button('Stop sending').click()
    const dialog = page.getByRole('dialog', { name: 'Stop sending?' })
    await dialog.getByText('What went, went').waitFor()
    await dialog.getByRole('button', { name: 'Stop sending' }).click()
    await page.getByText(/^Cancelled \d/).waitFor()
    await dialog.waitFor({ state: 'detached' })
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Recipients')
    // That it is over may be seen before the answer comes, which is no reason for a complaint.
    expect(await page.getByText('cannot be reached').count()).toBe(0)

    const countIn = async (name: string) =>
      Number((await part(carla, name).textContent())?.replace(/\D/g, ''))
    const [failed, untried] = [await countIn('Failed'), await countIn('Not sent')]
    expect(failed).toBeGreaterThan(0)
    expect(failed + untried).toBe(many)
    await part(carla, 'Not sent').click()
    await expect.poll(() => rows(carla).count()).toBe(100)
    await carla.button('Further').click()
    await page.getByText(`101–200 of ${untried.toLocaleString('en')}`).waitFor()
  })

  test('what is scheduled says when in its own zone, and is cancelled from the list', async () => {
    const carla = await stage.enter(
      'carla',
      await stage.openWindow({ ...phone, timezoneId: 'UTC' }),
    )
    const { page } = carla
    const { id } = await send(['usr_demo_maria'], 'See you in Tokyo', inAWeek(), 'Asia/Tokyo')
    await toBulk(carla)
    const row = page.getByRole('listitem').filter({ hasText: 'See you in Tokyo' })
    await row.getByText(/Goes out .* GMT\+9/).waitFor()
    await row.getByText('UTC where you are').waitFor()
    await noFaults(carla)
    await row.getByRole('button', { name: 'Cancel “See you in Tokyo”' }).tap()
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel this message' }).tap()
    await row.getByText('Cancelled').waitFor()
    await row.getByRole('link').tap()
    await part(carla, 'Not sent 1').waitFor()
    expect(page.url()).toContain(id)
    await page.goto(`${stage.server().url}/bulk/${randomUUID()}`)
    await page.getByRole('heading', { name: 'This bulk message is not there' }).waitFor()
  })

  test('a template is written, refused with a variable that there is not, previewed, changed and removed', async () => {
    const diego = await stage.enter('diego')
    const { page } = diego
    await toBulk(diego)
    await page.getByRole('heading', { name: 'Nothing sent to many yet' }).waitFor()
    await noFaults(diego)
    await page.getByRole('link', { name: 'Templates' }).click()
    await diego.button('New template').click()
    await diego.button('Save template').click()
    await page.getByText('Give it a name.').waitFor()
    await page.getByLabel('Name', { exact: true }).fill('First contact')
    await diego.field.fill('Dear {{customer.name}}, about {{job.colour}}.')
    await page.getByText('There is no variable {{job.colour}}.').waitFor()
    await diego.button('Save template').click()
    await noFaults(diego)
    await page.reload() // what was begun is still there
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('First contact')
    await diego.field.fill('Dear {{customer.name}}, about “{{job.title}}”.')
    await page.getByLabel('Preview with').selectOption('Clean and refit the gutters')
    await page.getByText('Dear Noah Nilsson, about “Clean and refit the gutters”.').waitFor()
    await diego.button('Save template').click()

    const list = page.getByRole('list', { name: 'Your templates' })
    await list.getByRole('heading', { name: 'First contact' }).waitFor()
    await noFaults(diego)
    await diego.button('Edit First contact').click()
    await page.getByLabel('Name', { exact: true }).fill('Second contact')
    await diego.button('Save template').click()
    await diego.button('Remove Second contact').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await page.getByRole('heading', { name: 'No templates yet' }).waitFor()
  })

  test('an administrator sees how bulk messages are used, as a chart and in figures', async () => {
    const { dataDir } = stage.server()
    const { email, password } = await makeAdministrator(dataDir, 'bo@example.com', 'Bo Boss')
    const bo = await stage.visit('/')
    const { page } = bo
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill(password)
    await bo.button('Sign in').click()
    await bo.column.waitFor()
    await page.goto(`${stage.server().url}/admin`)
    await page.getByRole('img', { name: /^Recipients per day over 30 days: 28 sent/ }).waitFor()
    const contractors = page.getByRole('table', { name: 'By contractor' }).getByRole('row')
    await contractors.filter({ hasText: 'Carla Conti' }).waitFor()
    await page.getByText('The same as a table').click()
    await page.getByRole('table', { name: 'Bulk messages by day' }).waitFor()
    await noFaults(bo)
    await page.setViewportSize({ width: 375, height: 667 })
    await page.getByRole('list', { name: 'By contractor' }).waitFor()
    await noFaults(bo)
  })
})
