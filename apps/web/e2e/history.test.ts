import { beforeAll, expect, test } from 'vitest'
import { apiOf } from './api.ts'
import { withChromium } from './chromium.ts'
import { heldLine } from './heldLine.ts'
import { heightOf, isInView, useLongConversation } from './longConversation.ts'
import { atRest, below, watchMovement } from './movement.ts'
import type { Person } from './person.ts'
import { useStage } from './stage.ts'

const howMany = 300

withChromium(() => {
  const stage = useStage()
  const long = useLongConversation(stage, howMany)
  beforeAll(() => long.readTo(howMany))

  /** Noah, at the end of the long conversation. */
  async function noahAtTheEnd(): Promise<Person> {
    const noah = await stage.enter('noah')
    await noah.openConversation('Diego Duarte')
    await noah.bubble(`Message ${howMany}.`).waitFor()
    return noah
  }

  const scrollTo = ({ log }: Person, top: number) =>
    log.evaluate((list, top) => list.scrollTo({ top, behavior: 'instant' }), top)
  const rowsOf = ({ log }: Person) => log.locator('[data-index]').count()

  test('a long conversation opens at its end', async () => {
    const noah = await noahAtTheEnd()
    await expect.poll(() => below(noah.log)).toBeLessThanOrEqual(1)
    expect(await noah.bubble(`Message ${howMany}.`).isVisible()).toBe(true)
    expect(await noah.page.getByRole('button', { name: 'Jump to the latest' }).count()).toBe(0)
  })

  test('older messages come in above without moving what is seen by more than a pixel', async () => {
    const window = await stage.openWindow()
    const line = await heldLine(window)
    const noah = await stage.enter('noah', window)
    await noah.row('Diego Duarte').waitFor()
    line.hold()
    await noah.row('Diego Duarte').click()
    const meanwhile = noah.page.getByRole('main').getByRole('status').filter({ hasText: 'Loading' })
    await meanwhile.waitFor({ state: 'attached' })
    const unseen = () =>
      meanwhile.first().evaluate(skeleton => {
        const [effect] = skeleton.getAnimations().map(animation => animation.effect)
        return {
          delay: effect?.getTiming().delay,
          fill: effect?.getTiming().fill,
          from: effect instanceof KeyframeEffect && effect.getKeyframes()[0]?.opacity,
        }
      })
    // The first one may be that of the code, which goes when the code has come.
    await expect.poll(unseen).toEqual({ delay: 200, fill: 'both', from: '0' })
    line.release()
    await noah.bubble(`Message ${howMany}.`).waitFor()
    // The newest fifty are there, further ones come by the hundred.
    for (let loaded = 50; loaded < howMany; loaded += 100) {
      await atRest(noah.log)
      const height = await heightOf(noah)
      line.hold()
      await scrollTo(noah, 400)
      await noah.page.getByText('Loading older messages').waitFor({ state: 'attached' })
      await atRest(noah.log)
      const moved = await watchMovement(noah.log)
      line.release()
      await expect.poll(() => heightOf(noah)).toBeGreaterThan(height + 1000)
      await atRest(noah.log)
      expect(await moved()).toBeLessThanOrEqual(1)
    }
  })

  test('scrolling to the beginning and back keeps few rows, and ends at the last pixel', async () => {
    const noah = await noahAtTheEnd()
    await noah.log.hover()
    for (let turn = 0; turn < 300 && !(await isInView(noah, 'Message 1.')); turn++) {
      await noah.page.mouse.wheel(0, -1500)
      expect(await rowsOf(noah)).toBeLessThanOrEqual(200)
    }
    await noah.log.getByText('This is where your conversation with Diego Duarte begins.').waitFor()
    await noah.page.getByRole('button', { name: 'Jump to the latest message' }).click()
    await expect.poll(() => below(noah.log)).toBeLessThanOrEqual(1)
    await noah.bubble(`Message ${howMany}.`).waitFor()
    expect(await rowsOf(noah)).toBeLessThanOrEqual(200)
  })

  test('whoever reads further up is told what is new, and nothing moves until they want it', async () => {
    const [noah, diego] = [await noahAtTheEnd(), await apiOf(stage.server().url, 'diego')]
    await noah.log.hover()
    await noah.page.mouse.wheel(0, -1200)
    await expect.poll(() => below(noah.log)).toBeGreaterThan(1000)
    await atRest(noah.log)
    const moved = await watchMovement(noah.log)
    for (const text of ['Fresh one.', 'Fresh two.', 'Fresh three.']) {
      await diego.say(long.id(), text)
    }
    const pill = noah.page.getByRole('button', { name: '3 new messages' })
    await pill.getByText('3 new').waitFor()
    expect(await moved()).toBeLessThanOrEqual(1)
    await pill.click()
    await expect.poll(() => below(noah.log)).toBeLessThanOrEqual(1)
    await noah.bubble('Fresh three.').waitFor()
    await pill.waitFor({ state: 'detached' })

    // At the end, what comes next keeps one there.
    await diego.say(long.id(), 'And one more.\n'.repeat(5))
    await noah.bubble('And one more.').waitFor()
    await expect.poll(() => below(noah.log)).toBeLessThanOrEqual(1)
  })

  test('a quote leads to a message far up', async () => {
    const diego = await apiOf(stage.server().url, 'diego')
    await diego.say(long.id(), 'You were right about this.', `${long.id()}.7`)
    const noah = await stage.enter('noah')
    await noah.openConversation('Diego Duarte')
    const quote = noah
      .bubble('You were right')
      .getByRole('button', { name: 'Go to the message of' })
    await quote.getByText('Message 7.').waitFor()
    await quote.click()
    await noah.page.locator('.animate-found').getByText('Message 7.').waitFor()
    await expect.poll(() => isInView(noah, 'Message 7.')).toBe(true)
  })
})
