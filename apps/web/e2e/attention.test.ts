import { randomUUID } from 'node:crypto'
import type { BrowserContext } from 'playwright-core'
import { expect, test } from 'vitest'
import { apiOf } from './api.ts'
import { withChromium } from './chromium.ts'
import type { Person } from './person.ts'
import { useStage } from './stage.ts'

withChromium(() => {
  const stage = useStage()

  /** Counts the sounds of each tab, and remembers when the last one was. */
  async function listen(window: BrowserContext): Promise<void> {
    await window.addInitScript(() => {
      const create = BaseAudioContext.prototype.createOscillator
      BaseAudioContext.prototype.createOscillator = function () {
        const { sounds = '0' } = document.documentElement.dataset
        Object.assign(document.documentElement.dataset, {
          sounds: `${Number(sounds) + 1}`,
          soundedAt: `${performance.now()}`,
        })
        return create.call(this)
      }
    })
  }

  const soundsOf = (...tabs: Person[]) =>
    Promise.all(
      tabs.map(({ page }) =>
        page.evaluate(() => Number(document.documentElement.dataset.sounds ?? 0)),
      ),
    )
  /** What comes sooner than a second after a sound has none of its own. */
  const rested = (...tabs: Person[]) =>
    Promise.all(
      tabs.map(({ page }) =>
        page.waitForFunction(
          () => performance.now() - Number(document.documentElement.dataset.soundedAt ?? 0) > 1100,
        ),
      ),
    )
  const titleOf = ({ page }: Person) => page.title()
  const iconOf = ({ page }: Person) => page.locator('link[rel="icon"]').getAttribute('href')
  const dotted = '/favicon-unread.svg'

  test('title, dot and sound tell of what is unread, each once and only where it is missed', async () => {
    const window = await stage.openWindow()
    await listen(window)
    const maria = await stage.enter('maria', window)
    const { url } = stage.server()
    const [asMaria, asCarla, asDiego] = await Promise.all(
      ['maria', 'carla', 'diego'].map(as => apiOf(url, as)),
    )
    const { items } = await asMaria!.chat.list.query({})
    const idWith = (name: string) =>
      items.find(one => one.participants.some(({ user }) => user.name === name))!.id
    const [withCarla, withDiego] = [idWith('Carla Conti'), idWith('Diego Duarte')]

    // Two of Carla's are unread. Nobody has touched the page yet, so it makes no sound.
    await expect.poll(() => titleOf(maria)).toBe('(2) Conversations · Parley')
    expect(await iconOf(maria)).toBe(dotted)
    await asCarla!.say(withCarla, 'Are you there?')
    await expect.poll(() => titleOf(maria)).toBe('(3) Conversations · Parley')
    expect(await soundsOf(maria)).toEqual([0])

    await maria.openConversation('Diego Duarte')
    await asCarla!.say(withCarla, 'Hello?')
    await expect.poll(() => titleOf(maria)).toBe('(4) Diego Duarte · Parley')
    await expect.poll(() => soundsOf(maria)).toEqual([1])

    // In view it is seen as it comes.
    await rested(maria)
    await asDiego!.say(withDiego, 'You see this one.')
    await maria.bubble('You see this one.').waitFor()
    expect(await soundsOf(maria)).toEqual([1])
    await asCarla!.say(withCarla, 'Still there?')
    await expect.poll(() => soundsOf(maria)).toEqual([2])
    expect(await titleOf(maria)).toBe('(5) Diego Duarte · Parley')

    // Of two tabs it is the one that was touched last.
    const second = await stage.enter('maria', window)
    await second.openConversation('Diego Duarte')
    await rested(maria, second)
    await asCarla!.say(withCarla, 'And in two tabs?')
    await expect.poll(() => soundsOf(maria, second)).toEqual([2, 1])
    for (const tab of [maria, second])
      await expect.poll(() => titleOf(tab)).toBe('(6) Diego Duarte · Parley')

    // Another person in the same window hears what is said to them, and Maria does not.
    const diego = await stage.enter('diego', window)
    await diego.page.keyboard.press('Tab')
    await rested(maria, second)
    await asMaria!.say(withDiego, 'To you.')
    await expect.poll(() => soundsOf(maria, second, diego)).toEqual([2, 1, 1])
    await diego.page.close()

    // What is muted counts nowhere, and is heard only where it mentions one.
    await asMaria!.chat.setMine.mutate({ conversationId: withCarla, muted: true })
    await expect.poll(() => titleOf(second)).toBe('Diego Duarte · Parley')
    expect(await iconOf(second)).toBe('/favicon.svg')
    await asCarla!.say(withCarla, 'Unheard.')
    await second.row('Carla Conti', 'Unheard.').waitFor()
    expect(await soundsOf(maria, second)).toEqual([2, 1])
    const me = items[0]!.participants.find(({ user }) => user.name === 'Maria Meyer')!.userId
    const content = { type: 'text' as const, text: '@Maria Meyer, please', mentions: [me] }
    const clientId = randomUUID()
    await asCarla!.chat.send.mutate({ conversationId: withCarla, clientId, content })
    await expect.poll(() => soundsOf(maria, second)).toEqual([2, 2])
    expect(await titleOf(second)).toBe('Diego Duarte · Parley')

    // Switched off, nothing is heard.
    await asMaria!.chat.setMine.mutate({ conversationId: withCarla, muted: false })
    await second.page.getByRole('button', { name: /^Account/ }).click()
    const sound = second.page.getByRole('menuitemcheckbox', { name: 'Sound' })
    await sound.click()
    await expect.poll(() => sound.isChecked()).toBe(false)
    await second.page.keyboard.press('Escape')
    await rested(maria, second)
    await asCarla!.say(withCarla, 'To whom it may concern.')
    await expect.poll(() => titleOf(second)).toBe('(9) Diego Duarte · Parley')
    expect(await soundsOf(maria, second)).toEqual([2, 2])

    // Read, everything is as it was; a mark is a dot, until somebody looks.
    await second.openConversation('Carla Conti')
    for (const tab of [maria, second]) await expect.poll(() => iconOf(tab)).toBe('/favicon.svg')
    expect(await titleOf(second)).toBe('Carla Conti · Parley')
    await asMaria!.chat.setMine.mutate({ conversationId: withDiego, unread: true })
    await expect.poll(() => iconOf(second)).toBe(dotted)
    expect(await titleOf(second)).toBe('Carla Conti · Parley')
    await second.openConversation('Diego Duarte')
    await expect.poll(() => iconOf(second)).toBe('/favicon.svg')
  })
})
