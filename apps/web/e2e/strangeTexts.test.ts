import { expect, test } from 'vitest'
import { apiOf } from './api.ts'
import { withChromium } from './chromium.ts'
import { atRest, below } from './movement.ts'
import { phone, useStage } from './stage.ts'

const marks = `Z${'\u0301\u0300\u0302\u0308'.repeat(990)}`
const override = '\u202eBackwards, and never ended.'
const lines = Array.from({ length: 60 }, (_, at) => `Line ${at + 1}.`).join('\n')

withChromium(() => {
  const stage = useStage()

  test('texts that stack up, turn around or never end keep to their bubbles', async () => {
    const { url } = stage.server()
    const [noah, diego] = [await apiOf(url, 'noah'), await apiOf(url, 'diego')]
    const about = { participantIds: ['usr_demo_diego'], jobId: 'demo_gutter' }
    const { id } = await noah.chat.open.mutate(about)
    await diego.say(id, `Marks: ${marks}`)
    await diego.say(id, 'x'.repeat(4000))
    const { id: backwards } = await diego.say(id, override)
    await noah.say(id, 'An answer.', backwards)
    await diego.say(id, '🎉')
    await diego.say(id, '<b>Bold</b>')
    await noah.say(id, lines)
    await noah.chat.markRead.mutate({ conversationId: id, seq: 7 })

    for (const options of [{}, phone]) {
      const person = await stage.enter('noah', await stage.openWindow(options))
      await person.openConversation('Diego Duarte')
      const { page, bubble, log } = person
      await bubble('Line 1.').waitFor()
      await atRest(log)
      expect(await log.evaluate(list => list.scrollWidth - list.clientWidth)).toBe(0)

      // What grows grows downwards, at the end of the list too.
      expect(await below(log)).toBeLessThanOrEqual(1)
      const shown = bubble('Line 1.')
      const more = shown.getByRole('button', { name: 'Show more' })
      await more.focus()
      await atRest(log)
      const before = await shown.boundingBox()
      // Not with the mouse, which scrolls to what it clicks on.
      await more.dispatchEvent('click')
      await more.waitFor({ state: 'detached' })
      expect(await shown.evaluate(it => it === document.activeElement)).toBe(true)
      await atRest(log)
      const after = await shown.boundingBox()
      expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThanOrEqual(1)
      expect((after?.height ?? 0) - (before?.height ?? 0)).toBeGreaterThan(500)
      await page.getByRole('button', { name: 'Jump to the latest message' }).click()
      await expect.poll(() => below(log)).toBeLessThanOrEqual(1)

      const up = () => log.evaluate(list => list.scrollBy({ top: -200, behavior: 'instant' }))
      const until = async (text: string) => {
        await expect
          .poll(async () => {
            await up()
            return bubble(text).count()
          })
          .toBe(1)
        return bubble(text)
      }
      await until('<b>Bold</b>')
      const size = await (await until('🎉'))
        .getByText('🎉')
        .evaluate(text => Number.parseFloat(getComputedStyle(text).fontSize))
      expect(size).toBeGreaterThan(20)
      // The time stands behind what was turned, and is not turned itself.
      await until('An answer.')
      const turned = (await until('Backwards')).last()
      const text = await turned.getByText('Backwards').boundingBox()
      const time = await turned.getByRole('time').boundingBox()
      const isBeside = (time?.x ?? 0) >= (text?.x ?? 0) + (text?.width ?? 0)
      const isBelow = (time?.y ?? 0) >= (text?.y ?? 0) + (text?.height ?? 0)
      expect(isBeside || isBelow).toBe(true)
      await until('xxx')
      // Nothing of the stack is drawn over what stands beside it.
      const clips = await (await until('Marks')).evaluate(article => {
        const text = article.querySelector('p')
        const bubble = text?.closest('[class*="overflow-clip"]')
        return bubble && getComputedStyle(bubble).overflowY
      })
      expect(clips).toBe('clip')
    }
  })
})
