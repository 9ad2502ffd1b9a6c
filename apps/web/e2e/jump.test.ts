import { expect, test } from 'vitest'
import { apiOf } from './api.ts'
import { withChromium } from './chromium.ts'
import { heldLine } from './heldLine.ts'
import { heightOf, isInView, useLongConversation } from './longConversation.ts'
import { atRest, below, watchMovement } from './movement.ts'
import type { Person } from './person.ts'
import { useStage } from './stage.ts'

const howMany = 400

withChromium(() => {
  const stage = useStage()
  const long = useLongConversation(stage, howMany)

  const latest = ({ page }: Person) =>
    page.getByRole('button', { name: 'Jump to the latest message' })
  const lit = ({ page }: Person, text: string) => page.locator('.animate-found').getByText(text)

  async function readUpTo(): Promise<number> {
    const diego = await apiOf(stage.server().url, 'diego')
    const { participants } = await diego.chat.get.query({ conversationId: long.id() })
    return participants.find(({ userId }) => userId === 'usr_demo_noah')?.readSeq ?? 0
  }

  test('the first unread message is shown with its divider, though it is further back than what is loaded, and nothing below it counts as read', async () => {
    await long.readTo(310)
    const noah = await stage.enter('noah')
    await noah.openConversation('Diego Duarte')
    await noah.log.getByRole('heading', { name: 'New' }).waitFor()
    await noah.bubble('Message 311.').waitFor()
    expect(await isInView(noah, 'Message 311.')).toBe(true)
    await expect.poll(readUpTo).toBeGreaterThan(310)
    await atRest(noah.log)
    expect(await readUpTo()).toBeLessThan(330)
    await latest(noah).click()
    await noah.bubble(`Message ${howMany}.`).waitFor()
    await expect.poll(() => below(noah.log)).toBeLessThanOrEqual(1)
    await expect.poll(readUpTo).toBe(howMany)
  })

  test('a link leads to its message; reading goes on in both directions, and nothing that is read moves', async () => {
    const window = await stage.openWindow()
    const line = await heldLine(window)
    const noah = await stage.enter('noah', window)
    const diego = await apiOf(stage.server().url, 'diego')
    await noah.page.goto(`${stage.server().url}/c/${long.id()}/150`)
    await lit(noah, 'Message 150.').waitFor()
    await expect.poll(() => isInView(noah, 'Message 150.')).toBe(true)
    await lit(noah, 'Message 150.').waitFor({ state: 'detached' })

    /** Scrolls to an edge, where the answer is kept back until all stands still. */
    async function expectStill(top: number, loading: string): Promise<void> {
      await atRest(noah.log)
      const height = await heightOf(noah)
      line.hold()
      await noah.log.evaluate((list, top) => list.scrollTo({ top, behavior: 'instant' }), top)
      await noah.page.getByText(loading).waitFor({ state: 'attached' })
      await atRest(noah.log)
      const moved = await watchMovement(noah.log)
      line.release()
      await expect.poll(() => heightOf(noah)).toBeGreaterThan(height + 500)
      await atRest(noah.log)
      expect(await moved()).toBeLessThanOrEqual(1)
    }
    await expectStill(300, 'Loading older messages')
    await expectStill((await heightOf(noah)) - 1300, 'Loading newer messages')
    await expectStill(100_000, 'Loading newer messages')

    await atRest(noah.log)
    const moved = await watchMovement(noah.log)
    for (const text of ['Fresh one.', 'Fresh two.']) await diego.say(long.id(), text)
    const pill = noah.page.getByRole('button', { name: '2 new messages' })
    await pill.waitFor()
    expect(await moved()).toBeLessThanOrEqual(1)
    expect(await readUpTo()).toBe(howMany)
    expect(await noah.log.locator('[data-index]').count()).toBeLessThanOrEqual(200)

    await pill.click()
    await noah.bubble('Fresh two.').waitFor()
    await expect.poll(() => below(noah.log)).toBeLessThanOrEqual(1)
    await pill.waitFor({ state: 'detached' })
    await expect.poll(readUpTo).toBe(howMany + 2)
    await diego.say(long.id(), 'And one more.')
    await noah.bubble('And one more.').waitFor()
    await expect.poll(() => below(noah.log)).toBeLessThanOrEqual(1)
  })

  test('from far back, to where a quote led, sending returns to the end; what is not there is said', async () => {
    const diego = await apiOf(stage.server().url, 'diego')
    await diego.say(long.id(), 'You were right about this.', `${long.id()}.7`)
    const noah = await stage.enter('noah')
    await noah.openConversation('Diego Duarte')
    // By keys, so that the focus goes along.
    await noah.bubble('You were right').focus()
    await noah.page.keyboard.press('Tab')
    await noah.page.keyboard.press('Enter')
    await lit(noah, 'Message 7.').waitFor()
    await expect.poll(() => isInView(noah, 'Message 7.')).toBe(true)
    const hasFocus = noah.bubble('Message 7.').evaluate(it => it === document.activeElement)
    expect(await hasFocus).toBe(true)
    await noah.log.getByText('This is where your conversation with Diego Duarte begins.').waitFor()
    expect(await noah.bubble(`Message ${howMany}.`).count()).toBe(0)
    await noah.say('So I was.')
    await noah.bubble('So I was.').waitFor()
    await noah.bubble('You were right').waitFor()
    await expect.poll(() => below(noah.log)).toBeLessThanOrEqual(1)

    await noah.page.goto(`${stage.server().url}/c/${long.id()}/99999`)
    await noah.page.getByRole('alert').getByText('That message is not here').waitFor()
    await noah.bubble('So I was.').waitFor()
  })
})
