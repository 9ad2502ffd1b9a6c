import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { apiOf } from './api.ts'
import { withChromium } from './chromium.ts'
import type { Person } from './person.ts'
import { useStage } from './stage.ts'

withChromium(() => {
  const stage = useStage({}, { serviceWorkers: 'allow' })

  /** The last messages on the screen, from top to bottom. */
  async function lastOf(person: Person, count: number): Promise<string[]> {
    const texts = await person.log.getByRole('article').getByRole('paragraph').allInnerTexts()
    return texts.slice(-count)
  }

  test('after a reload everything is there, also what was being written', async () => {
    const maria = await stage.enter('maria')
    await maria.openConversation('Diego Duarte')
    await maria.say('One more question.')
    await maria.tick('One more question.', 'Sent').waitFor()
    await maria.field.fill('Does the oven need a line of')
    const before = await lastOf(maria, 5)

    await maria.page.reload()
    await maria.bubble('One more question.').waitFor()
    expect(await lastOf(maria, 5)).toEqual(before)
    expect(await maria.field.inputValue()).toBe('Does the oven need a line of')
    await maria.row('Carla Conti').click()
    await maria.row('Diego Duarte', 'Draft', 'Does the oven need').click()
    await maria.field.press('End')
    await maria.field.pressSequentially(' its own?')
    await maria.field.press('Enter')

    const diego = await stage.enter('diego')
    await diego.openConversation('Maria Meyer')
    await diego.bubble('Does the oven need a line of its own?').waitFor()
    await diego.page.reload()
    await diego.bubble('Does the oven need a line of its own?').waitFor()
    expect((await lastOf(diego, 6)).slice(0, 5)).toEqual(before)
  })

  test('after the server was restarted, politely or not, everything is there and goes on live', async () => {
    const server = stage.server()
    const [maria, carla] = [await stage.enter('maria'), await stage.enter('carla')]
    await maria.openConversation('Carla Conti')
    await carla.openConversation('Maria Meyer')
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      await maria.say(`Said before ${signal}.`)
      await carla.bubble(`Said before ${signal}.`).waitFor()
      await server.stop(signal)
      await server.start()
      await carla.say(`Said after ${signal}.`)
      await maria.bubble(`Said after ${signal}.`).waitFor()
    }
    const said = [
      'Said before SIGTERM.',
      'Said after SIGTERM.',
      'Said before SIGKILL.',
      'Said after SIGKILL.',
    ]
    expect(await lastOf(maria, 4)).toEqual(said)
    for (const { page } of [maria, carla]) await page.reload()
    await expect.poll(() => lastOf(maria, 4)).toEqual(said)
    await expect.poll(() => lastOf(carla, 4)).toEqual(said)
  })

  test('ten seconds without the server cost nothing that was written, and nothing comes twice', async () => {
    const server = stage.server()
    const maria = await stage.enter('maria')
    const window = await stage.openWindow()
    const [carla, elsewhere] = [
      await stage.enter('carla', window),
      await stage.enter('carla', window),
    ]
    const everybody = [maria, carla, elsewhere]
    await maria.openConversation('Carla Conti')
    await carla.openConversation('Maria Meyer')
    await elsewhere.openConversation('Maria Meyer')
    await maria.say('The last one before the dark.')
    for (const { bubble } of everybody) await bubble('before the dark').waitFor()

    const wentAt = Date.now()
    await server.stop('SIGKILL')
    const back = sleep(10_000).then(server.start)
    const mine = ['First in the dark.', 'Second in the dark.', 'Third in the dark.']
    for (const text of mine) {
      await maria.say(text)
      await maria.tick(text, 'Sending').waitFor({ timeout: 1000 })
    }
    await elsewhere.say('Written in the dark by Carla.')
    await maria.offline.waitFor()
    await maria.offline.getByText(/Trying again (in \d+ seconds?|now)\./).waitFor()
    expect(Date.now() - wentAt).toBeGreaterThanOrEqual(3000)
    expect(await maria.row('Carla Conti').getByRole('img', { name: 'Sending' }).count()).toBe(1)
    await back

    for (const { offline } of everybody)
      await offline.waitFor({ state: 'detached', timeout: 15_000 })
    for (const text of mine) await maria.tick(text, 'Read').waitFor()
    await elsewhere.say('And there was light.')
    for (const { bubble } of everybody) await bubble('And there was light.').waitFor()

    const { texts } = await apiOf(server.url, 'carla')
    const stored = (await texts(maria.conversationId())).slice(-6)
    expect(
      stored.filter(text => text?.startsWith('F') || text?.includes('in the dark')),
    ).toHaveLength(4)
    expect(stored.filter(text => mine.includes(`${text}`))).toEqual(mine)
    // What another tab of one's own sent is there before the rest has come.
    for (const person of everybody) await expect.poll(() => lastOf(person, 6)).toEqual(stored)
  })
})
