import { expect, test } from 'vitest'
import { apiOf } from './api.ts'
import { withChromium } from './chromium.ts'
import { ready } from './offline.ts'
import { useStage } from './stage.ts'

withChromium(() => {
  const stage = useStage()

  test('what was written offline survives a reload that the service worker answers, and goes out in order', async () => {
    const window = await stage.openWindow()
    const maria = await stage.enter('maria', window)
    await ready(maria)
    await maria.openConversation('Diego Duarte')
    await maria.say('Said while there was a network.')
    await maria.tick('Said while there was a network.', 'Sent').waitFor()

    await window.setOffline(true)
    const mine = ['First without a network.', 'Second without one.', 'Third without one.']
    for (const text of mine) {
      await maria.say(text)
      await maria.tick(text, 'Sending').waitFor({ timeout: 1000 })
    }
    await maria.offline.waitFor({ timeout: 20_000 })
    const opened = await maria.page.reload()
    expect(opened?.fromServiceWorker()).toBe(true)
    await maria.bubble('Said while there was a network.').waitFor({ timeout: 3000 })
    for (const text of mine) await maria.tick(text, 'Sending').waitFor({ timeout: 1000 })
    await maria.row('Diego Duarte', 'Third without one.').waitFor()
    await maria.offline.waitFor()

    await window.setOffline(false)
    for (const text of mine) await maria.tick(text, 'Sent').waitFor()
    await maria.offline.waitFor({ state: 'detached' })
    const { texts } = await apiOf(stage.server().url, 'diego')
    expect((await texts(maria.conversationId())).slice(-3)).toEqual(mine)
  })

  test('with the server away a reload shows what was there at once, and it opens from the address as well', async () => {
    const server = stage.server()
    const maria = await stage.enter('maria')
    await ready(maria)
    await maria.openConversation('Carla Conti')
    await maria.say('Before the server went.')
    await maria.tick('Before the server went.', 'Sent').waitFor()
    await server.stop('SIGTERM')

    await maria.page.reload()
    await maria.bubble('Before the server went.').waitFor({ timeout: 3000 })
    await maria.row('Diego Duarte').waitFor()
    await maria.say('While it was away.')
    await maria.page.goto(`${server.url}/`)
    await maria.row('Carla Conti', 'While it was away.').click()
    await maria.tick('While it was away.', 'Sending').waitFor({ timeout: 3000 })
    await maria.offline.waitFor()
    await server.start()
    await maria.tick('While it was away.', 'Sent').waitFor({ timeout: 15_000 })
  })
})
