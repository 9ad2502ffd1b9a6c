import { expect, test } from 'vitest'
import { withChromium } from './chromium.ts'
import { useStage } from './stage.ts'

withChromium(() => {
  const stage = useStage()
  const soon = { timeout: 2000 }

  test('ticks and badges are in step over all devices of both sides within two seconds', async () => {
    const hers = [await stage.enter('maria'), await stage.enter('maria')] as const
    for (const device of hers) await device.openConversation('Carla Conti')
    const [left, right] = hers
    await left.say('Nobody is there yet.')
    for (const { tick } of hers) await tick('Nobody is there yet.', 'Sent').waitFor(soon)

    const his = [await stage.enter('carla'), await stage.enter('carla')] as const
    const unread = /\d+ unread message/
    for (const { row } of his)
      await row('Maria Meyer', 'Nobody is there yet.').getByText(unread).waitFor()
    for (const { tick } of hers) await tick('Nobody is there yet.', 'Delivered').waitFor(soon)
    const colourOf = (name: string) =>
      left.tick('Nobody is there yet.', name).evaluate(tick => getComputedStyle(tick).color)
    const pale = await colourOf('Delivered')

    const [phone, desk] = his
    await phone.openConversation('Maria Meyer')
    for (const { tick } of hers) await tick('Nobody is there yet.', 'Read').waitFor(soon)
    expect(await colourOf('Read')).not.toBe(pale)
    await desk
      .row('Maria Meyer')
      .getByText(unread)
      .waitFor({ ...soon, state: 'detached' })

    await right.say('And now?')
    for (const { tick } of hers) await tick('And now?', 'Read').waitFor(soon)
    for (const { row } of his) expect(await row('Maria Meyer').getByText(unread).count()).toBe(0)
    for (const { row } of hers)
      await row('Carla Conti').getByRole('img', { name: 'Read' }).waitFor(soon)

    await phone.say('I am here.')
    await phone.tick('I am here.', 'Read').waitFor(soon)
    await desk.row('Maria Meyer').getByRole('img', { name: 'Read' }).waitFor(soon)
  })
})
