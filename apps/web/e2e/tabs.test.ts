import type { BrowserContext } from 'playwright-core'
import { expect, test } from 'vitest'
import { apiOf } from './api.ts'
import { withChromium } from './chromium.ts'
import { beginWith, crash, ready, wakeWorker } from './offline.ts'
import { useStage } from './stage.ts'

withChromium(() => {
  const stage = useStage({}, { serviceWorkers: 'allow' })

  async function stored(as: string, conversationId: string) {
    return (await apiOf(stage.server().url, as)).texts(conversationId)
  }

  /** Two tabs of one person, looking at the same conversation. */
  async function twoTabs(window: BrowserContext) {
    const tabs = [await stage.enter('maria', window), await stage.enter('maria', window)] as const
    for (const tab of tabs) await tab.openConversation('Diego Duarte')
    return tabs
  }

  test('of two tabs one sends, both show the same at once, and nothing is there twice', async () => {
    const window = await stage.openWindow()
    const [left, right] = await twoTabs(window)
    const said = [
      'Left one.',
      'Right one.',
      'Left two.',
      'Right two.',
      'Left three.',
      'Right three.',
    ]
    await window.setOffline(true)
    for (const [index, text] of said.entries()) {
      const [here, there] = index % 2 === 0 ? [left, right] : [right, left]
      await here.say(text)
      await there.tick(text, 'Sending').waitFor({ timeout: 2000 })
    }
    await window.setOffline(false)
    for (const tab of [left, right])
      for (const text of said) await tab.tick(text, 'Sent').waitFor({ timeout: 15_000 })
    expect((await stored('diego', left.conversationId())).slice(-6)).toEqual(said)
    // Taken over while it was on its way, a message may be sent again, as the same one.
    const frames = [...left.sent, ...right.sent].filter(frame => frame.includes('chat.send'))
    const ids = frames.flatMap(frame => /"clientId":"([^"]+)"/.exec(frame)?.[1] ?? [])
    expect(new Set(ids).size).toBe(said.length)
    for (const tab of [left, right]) expect(await tab.bubble('Left one.').count()).toBe(1)
  })

  test('what a closed tab had waiting goes out from another one', async () => {
    const window = await stage.openWindow()
    const [left, right] = await twoTabs(window)
    await window.setOffline(true)
    await left.say('Written where it was closed.')
    await left.page.close()
    await right.tick('Written where it was closed.', 'Sending').waitFor()
    await window.setOffline(false)
    await right.tick('Written where it was closed.', 'Sent').waitFor({ timeout: 15_000 })
  })

  test('what a crashed tab had waiting is on the screen of the next visit, and goes out from there', async () => {
    const window = await stage.openWindow()
    const olga = await stage.visit('/', window)
    await olga.signUp('Olga Outage', 'olga@example.com', 'a long password')
    await beginWith(olga, 'Diego Duarte')
    await olga.say('Before the crash.')
    await olga.tick('Before the crash.', 'Sent').waitFor()
    const id = olga.conversationId()
    await ready(olga)
    await window.setOffline(true)
    for (const text of ['Waits one.', 'Waits two.']) await olga.say(text)
    await olga.tick('Waits two.', 'Sending').waitFor()
    await crash(olga)

    const again = await stage.visit(`/c/${id}`, window)
    await again.bubble('Before the crash.').waitFor()
    for (const text of ['Waits one.', 'Waits two.']) await again.tick(text, 'Sending').waitFor()
    await again.page.getByRole('button', { name: 'Account Olga Outage' }).waitFor()
    await window.setOffline(false)
    for (const text of ['Waits one.', 'Waits two.'])
      await again.tick(text, 'Sent').waitFor({ timeout: 15_000 })
    expect(await stored('diego', id)).toEqual(['Before the crash.', 'Waits one.', 'Waits two.'])
  })

  test('what waits goes out while no tab is open, where the browser wakes the service worker', async () => {
    const window = await stage.openWindow()
    const wanda = await stage.visit('/', window)
    await wanda.signUp('Wanda Woken', 'wanda@example.com', 'a long password')
    await beginWith(wanda, 'Diego Duarte')
    await wanda.say('Before she left.')
    await wanda.tick('Before she left.', 'Sent').waitFor()
    const id = wanda.conversationId()
    await ready(wanda)
    await window.setOffline(true)
    const mine = ['On the train, one.', 'On the train, two.']
    for (const text of mine) await wanda.say(text)
    await wanda.offline.waitFor()
    const tags = () =>
      wanda.page.evaluate(async () => {
        type Tags = { sync: { getTags: () => Promise<string[]> } }
        const canTell = (found: object): found is Tags => 'sync' in found
        const registration = await navigator.serviceWorker.ready
        return canTell(registration) ? registration.sync.getTags() : []
      })
    await expect.poll(tags).toEqual(['parley-outbox'])
    await wanda.page.close()

    await window.setOffline(false)
    await wakeWorker(window, stage.server().url)
    await expect.poll(() => stored('diego', id)).toEqual(['Before she left.', ...mine])
    const again = await stage.visit(`/c/${id}`, window)
    for (const text of mine) await again.tick(text, 'Sent').waitFor()
    expect(await stored('diego', id)).toEqual(['Before she left.', ...mine])
  })
})
