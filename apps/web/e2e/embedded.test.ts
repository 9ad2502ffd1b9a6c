import { reservePort } from '@parley/server/testing/reservePort'
import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { faultsOf } from './axe.ts'
import { blockingProxy } from './blockingProxy.ts'
import { withChromium } from './chromium.ts'
import { exampleSite } from './exampleSite.ts'
import { hostSecret } from './hosted.ts'
import { openTab } from './person.ts'
import { useStage } from './stage.ts'
import { differences } from './styles.ts'

/** What pages are full of, and would ruin anything that does not defend itself. */
const hostile = `
  * { box-sizing: content-box; letter-spacing: 2px; line-height: 3 }
  body :not(main)::before { content: "x"; color: red }
  button, a { all: unset; background: red; padding: 30px; text-transform: uppercase; min-width: 200px }
  div:not([id]), section, article { padding: 3px; background: pink; display: grid; margin: 9px }
  p, li, span, h1, h2, time { font: 30px fantasy; margin: 20px; float: right; text-decoration: line-through }
  ul, ol { list-style: square; padding: 40px }
  textarea, input { border: 3px dotted; height: 200px; background: yellow }
  svg, path, img { fill: orange; stroke: brown; width: 60px; border: 2px solid }
  header { position: sticky; font-size: 60px; opacity: 0.5 }
  .flex, .truncate, .fixed { display: none; color: orange }
  main p, main button, main .sr-only { position: static; color: orange }
  :root { --color-ink: orange; --spacing: 3rem; --text-base: 5rem; --font-sans: fantasy }
`

/** Parley is told of it when it starts. */
const port = await reservePort()

withChromium(() => {
  const stage = useStage({ ...hostSecret, ALLOWED_ORIGINS: `http://127.0.0.1:${port}` })
  let site: Awaited<ReturnType<typeof exampleSite>> | undefined

  beforeAll(async () => {
    site = await exampleSite(stage.server().url, port)
  })
  afterAll(() => site?.[Symbol.asyncDispose]())

  async function visit(path: string, window?: BrowserContext) {
    const person = await openTab(window ?? (await stage.openWindow()), `${site?.url}${path}`)
    onTestFinished(() => expect(person.complaints).toEqual([]))
    return person
  }

  test('a member of another product talks on its page with a person in the app and with another member, also where a network blocks WebSockets', async () => {
    const { server, refused } = await blockingProxy()
    const blocking = await stage.openWindow({ proxy: { server } })
    const slow = await visit('/?with=usr_demo_diego', blocking)
    const diego = await stage.enter('diego')
    const hanna = await visit('/?with=usr_demo_diego')
    await hanna.log.waitFor()
    expect(await hanna.page.evaluate(() => document.activeElement?.localName)).toBe('body')
    await hanna.say('From my order.')
    await diego.openConversation('Hanna Holm')
    await diego.bubble('From my order.').waitFor()
    await diego.say('I have seen it.')
    await hanna.bubble('I have seen it.').waitFor()
    await hanna.tick('From my order.', 'Read').waitFor()
    expect(await hanna.page.title()).toBe('Order 1042 · Gable')
    expect(await faultsOf(hanna.page)).toEqual([])

    const ruben = await visit('/?as=ruben')
    const again = await visit('/')
    await ruben.log.waitFor()
    await again.say('And you?')
    await ruben.bubble('And you?').waitFor()

    await slow.bubble('I have seen it.').waitFor({ timeout: 40_000 })
    expect(refused()).toBeGreaterThanOrEqual(3) // so many attempts come first
    await slow.say('The long way round.')
    await diego.bubble('The long way round.').waitFor()
    await diego.say('Heard.')
    await slow.bubble('Heard.').waitFor()
  })

  test('neither styles the other, and dark is what the page says it is', async () => {
    const { page, log, say, bubble } = await visit('/?with=usr_demo_carla')
    await log.waitFor()
    await say('Before the storm.')
    await bubble('Before the storm.').waitFor()
    expect(await differences(page, 'ours', { add: hostile })).toEqual([])

    await page.reload()
    await log.waitFor()
    const head = page.getByRole('region', { name: 'Conversation with' }).locator('header')
    const ground = () => head.evaluate(node => getComputedStyle(node).backgroundColor)
    const light = await ground()
    await page.getByRole('button', { name: 'Night' }).click()
    await expect.poll(ground).not.toBe(light)

    expect(await differences(page, 'theirs', 'without')).toEqual([])
    // What is compared would tell: without them ours is not what it was.
    await page.reload()
    await log.waitFor()
    expect((await differences(page, 'ours', 'without')).length).toBeGreaterThan(1_000)
  })

  test('what is taken off the page ends, and what comes back works', async () => {
    const window = await stage.openWindow()
    const hanna = await visit('/', window)
    await hanna.log.waitFor()
    const closed = hanna.page.waitForEvent('websocket', {
      predicate: socket => socket.url().includes('/trpc'),
    })
    await hanna.button('Talk').click()
    await hanna.log.waitFor({ state: 'hidden' })
    await hanna.button('Talk').click()
    const socket = await closed
    await hanna.say('Back again.')
    await hanna.bubble('Back again.').waitFor()
    await hanna.button('Talk').click()
    await expect.poll(() => socket.isClosed()).toBe(true)
  })
})
