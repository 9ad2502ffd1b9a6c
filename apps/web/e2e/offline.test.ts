import { expect, test } from 'vitest'
import { apiOf } from './api.ts'
import { faultsOf } from './axe.ts'
import { withChromium } from './chromium.ts'
import { heldLine } from './heldLine.ts'
import { shareInView, watchCount } from './movement.ts'
import { holdDatabase, notes, ready } from './offline.ts'
import { phone, useStage } from './stage.ts'

withChromium(() => {
  const stage = useStage({}, { serviceWorkers: 'allow' })

  test('what was written offline survives a reload that the service worker answers, and goes out in order', async () => {
    const window = await stage.openWindow()
    const maria = await stage.enter('maria', window)
    await ready(maria)
    await maria.openConversation('Diego Duarte')
    await maria.say('Said while there was a network.')
    await maria.tick('Said while there was a network.', 'Sent').waitFor()

    const wentAt = Date.now()
    await window.setOffline(true)
    const mine = ['First without a network.', 'Second without one.', 'Third without one.']
    for (const text of mine) {
      await maria.say(text)
      await maria.tick(text, 'Sending').waitFor({ timeout: 1000 })
    }
    await maria.offline.waitFor()
    const toldAfter = Date.now() - wentAt
    expect(toldAfter).toBeGreaterThanOrEqual(3000)
    expect(toldAfter).toBeLessThan(6000)
    await maria.bubble('Third without one.').getByText('Will be sent when you are back').waitFor()
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
    await maria.page.goto(`${server.url}/?as=maria`)
    await maria.row('Carla Conti', 'While it was away.').click()
    await maria.tick('While it was away.', 'Sending').waitFor({ timeout: 3000 })
    await maria.offline.waitFor()
    await server.start()
    await maria.tick('While it was away.', 'Sent').waitFor({ timeout: 15_000 })
  })

  test('what was said is there after a reload that comes before it could be written, and is no draft', async () => {
    const window = await stage.openWindow()
    const maria = await stage.enter('maria', window)
    await maria.openConversation('Diego Duarte')
    await maria.say('Said and seen.')
    await maria.tick('Said and seen.', 'Sent').waitFor()
    await ready(maria)
    const letGo = await holdDatabase(window, stage.server().url)
    await window.setOffline(true)
    const mine = ['Said and left.', 'Said at once after it.']
    for (const text of mine) await maria.say(text)
    await maria.page.reload({ waitUntil: 'commit' })
    await letGo()
    for (const text of mine) await maria.tick(text, 'Sending').waitFor()
    await maria.row('Diego Duarte', 'Said at once after it.').waitFor()
    expect(await maria.field.inputValue()).toBe('')
    await expect.poll(() => notes(maria.page)).toEqual([])

    await window.setOffline(false)
    for (const text of mine) await maria.tick(text, 'Sent').waitFor()
    const { texts } = await apiOf(stage.server().url, 'diego')
    expect((await texts(maria.conversationId())).slice(-2)).toEqual(mine)
  })

  test('after a day away everything new, changed and removed is there without a reload', async () => {
    const window = await stage.openWindow()
    await window.clock.install()
    const maria = await stage.enter('maria', window)
    await maria.openConversation('Carla Conti')
    const id = maria.conversationId()
    const carla = await apiOf(stage.server().url, 'carla')
    const [edited, removed] = [
      await carla.say(id, 'This will be changed.'),
      await carla.say(id, 'This will be gone.'),
    ]
    await maria.bubble('This will be gone.').waitFor()

    await window.setOffline(true)
    await window.clock.fastForward('24:00:00')
    await maria.say('Written after a day.')
    await carla.chat.edit.mutate({ messageId: edited.id, text: 'This was changed.' })
    await carla.chat.remove.mutate({ messageId: removed.id })
    await carla.chat.react.mutate({ messageId: edited.id, emoji: '👍', on: true })
    for (let count = 1; count <= 30; count++) await carla.say(id, `Meanwhile ${count}.`)
    await maria.offline.waitFor()
    await window.setOffline(false)

    await maria.tick('Written after a day.', 'Sent').waitFor({ timeout: 20_000 })
    await maria.bubble('Meanwhile 30.').waitFor()
    await maria.log.evaluate(list => list.scrollTo({ top: 0, behavior: 'instant' }))
    await maria.bubble('This was changed.').getByText('👍').waitFor()
    expect(await maria.bubble('This will be gone.').count()).toBe(0)
    await maria.offline.waitFor({ state: 'detached' })
  })

  /** Somebody without network in a conversation that this device has never had. */
  async function withoutHistory() {
    const window = await stage.openWindow()
    const noah = await stage.enter('noah', window)
    await ready(noah)
    await window.setOffline(true)
    await noah.page.reload()
    await noah.row('Carla Conti').click()
    const told = noah.page.getByText('Not on this device yet')
    await told.waitFor()
    return { window, noah, told }
  }

  test('what was never here is told of as such, and comes with the network', async () => {
    const { window, noah } = await withoutHistory()
    expect(await faultsOf(noah.page)).toEqual([])
    await noah.button('New conversation').click()
    await noah.page.getByText('People can be found as soon as').waitFor()
    await noah.page.keyboard.press('Escape')
    await noah.say('Written into the blue.')
    await noah.row('Carla Conti', 'Written into the blue.').waitFor()
    await window.setOffline(false)
    await noah.tick('Written into the blue.', 'Sent').waitFor({ timeout: 20_000 })
  })

  test('what is written where nothing was ever here stands there at once, and settles once with what comes', async () => {
    const { window, noah, told } = await withoutHistory()
    const mine = ['Written to be seen.', 'And once more.']
    for (const text of mine) {
      await noah.say(text)
      await noah.tick(text, 'Sending').waitFor({ timeout: 1000 })
    }
    await noah.bubble('And once more.').getByText('Will be sent when you are back').waitFor()
    expect(await told.isVisible()).toBe(true)
    await noah.row('Carla Conti', 'And once more.').waitFor()
    for (const viewport of [phone.viewport, { width: 1280, height: 800 }]) {
      await noah.page.setViewportSize(viewport)
      expect(await faultsOf(noah.page)).toEqual([])
    }

    // More than there is room for: the last of it is in view.
    const more = Array.from({ length: 6 }, (_, at) => `${'Much of it.\n'.repeat(6)}Page ${at + 1}.`)
    for (const text of more) await noah.say(text)
    await expect.poll(() => shareInView(noah.bubble('Page 6.'))).toBeGreaterThan(0.99)
    expect(await shareInView(noah.bubble('Page 1.'))).toBe(0)
    const counts = await Promise.all(mine.map(text => watchCount(noah.page, text)))
    await window.setOffline(false)
    for (const at of [5, 6]) await noah.tick(`Page ${at}.`, 'Sent').waitFor({ timeout: 20_000 })
    for (const seen of counts) expect(await seen()).toEqual([1])
    expect(await told.count()).toBe(0)
    expect(await noah.field.evaluate(field => field === document.activeElement)).toBe(true)
    const { texts } = await apiOf(stage.server().url, 'carla')
    expect((await texts(noah.conversationId())).slice(-8)).toEqual([...mine, ...more])
  })

  test('what is sent before the history comes stays until that shows it, what failed can be sent again, and who is there by keys comes to the composer', async () => {
    const window = await stage.openWindow()
    const line = await heldLine(window)
    const noah = await stage.enter('noah', window)
    const link = (await noah.row('Carla Conti').getAttribute('href')) ?? ''
    const id = link.slice(link.lastIndexOf('/') + 1)
    const carla = await apiOf(stage.server().url, 'carla')
    for (const text of ['Only history has this now.', 'The list has this.'])
      await carla.say(id, text)
    await noah.row('Carla Conti', 'The list has this.').waitFor()
    line.hold('Only history has this now.')
    await noah.row('Carla Conti').click()
    await noah.say('Sooner than the history.')
    await noah.bubble('Sooner than the history.').waitFor({ timeout: 1000 })
    const counts = await watchCount(noah.page, 'Sooner than the history.')
    await sentAsTheListHasIt('Sooner than the history.')

    const { participants } = await carla.chat.get.query({ conversationId: id })
    const userId = participants.find(({ user }) => user.name.startsWith('Noah'))?.userId ?? ''
    await carla.people.block.mutate({ userId })
    await noah.say('Refused at first.')
    const again = noah.bubble('Refused at first.').getByRole('button', { name: 'Retry' })
    await again.waitFor()
    expect(await faultsOf(noah.page)).toEqual([])
    await carla.people.unblock.mutate({ userId })
    await again.press('Enter')
    await sentAsTheListHasIt('Refused at first.')
    expect(await noah.field.evaluate(field => field === document.activeElement)).toBe(true)

    await noah.bubble('Sooner than the history.').focus()
    expect(await noah.bubble('The list has this.').count()).toBe(0)
    line.release()
    await noah.bubble('The list has this.').waitFor()
    for (const text of ['Sooner than the history.', 'Refused at first.'])
      await noah.tick(text, 'Sent').waitFor()
    expect(await counts()).toEqual([1])
    expect(await noah.field.evaluate(field => field === document.activeElement)).toBe(true)

    function sentAsTheListHasIt(text: string) {
      return noah.row('Carla Conti', text).getByRole('img', { name: 'Sent', exact: true }).waitFor()
    }
  })

  test('the service worker keeps the files of the app, and nothing of what the server says', async () => {
    const maria = await stage.enter('maria')
    await ready(maria)
    await maria.openConversation('Diego Duarte')
    const answers = await maria.page.evaluate(async () => {
      for (const path of ['/healthz', '/auth/demo', '/trpc/me.get']) await fetch(path)
      const names = await caches.keys()
      const requests = await Promise.all(names.map(async name => (await caches.open(name)).keys()))
      const kept = requests.flat().map(({ url }) => new URL(url).pathname)
      return { names, kept }
    })
    expect(answers.names).toEqual([expect.stringMatching(/^parley-shell-/)])
    expect(answers.kept).toContain('/index.html')
    const files = /^\/(index\.html|beforePaint\.js|favicon(-unread)?\.svg|assets\/[\w.-]+)$/
    expect(answers.kept.filter(path => !files.test(path))).toEqual([])
  })

  test('what failed says why, and all of it can be sent again', async () => {
    const maria = await stage.enter('maria')
    await maria.openConversation('Diego Duarte')
    const diego = await apiOf(stage.server().url, 'diego')
    const own = (await diego.chat.get.query({ conversationId: maria.conversationId() }))
      .participants
    const userId = own.find(({ user }) => user.name === 'Maria Meyer')?.userId ?? ''
    await diego.people.block.mutate({ userId })
    await maria.say('Refused one.')
    await maria.tick('Refused one.', 'Not sent').waitFor()
    await maria.bubble('Refused one.').getByText('Not sent: ').waitFor()
    expect(await maria.button('Send all again').count()).toBe(0)
    await maria.say('Refused two.')
    await maria.say('Refused three.')
    await maria.page.getByText('3 messages were not sent.').waitFor()
    expect(await faultsOf(maria.page)).toEqual([])
    await maria.row('Diego Duarte', 'Not sent', 'Refused three.').waitFor()
    await maria.page.reload()
    await maria.page.getByText('3 messages were not sent.').waitFor()
    await maria.bubble('Refused three.').getByRole('button', { name: 'Discard' }).press('Enter')
    await maria.bubble('Refused three.').waitFor({ state: 'detached' })
    expect(await maria.field.evaluate(field => field === document.activeElement)).toBe(true)

    await maria.row('Carla Conti').click()
    await maria.column.getByText('2 messages were not sent.').waitFor()
    await diego.people.unblock.mutate({ userId })
    await maria.column.getByRole('button', { name: 'Send all again' }).click()
    await maria.row('Diego Duarte').click()
    for (const text of ['Refused one.', 'Refused two.']) await maria.tick(text, 'Sent').waitFor()
    expect(await maria.button('Send all again').count()).toBe(0)
  })
})
