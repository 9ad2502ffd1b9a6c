/** Somebody at a page of Parley, who finds things by their role and name, as people do. */
import type { BrowserContext, Page } from 'playwright-core'

/** What browsers say by themselves about a server that refuses or is away. */
const expected = /^Failed to load resource|^WebSocket connection to/

export type Person = Awaited<ReturnType<typeof openTab>>

/** @returns who looks at a tab of its own, with what went wrong in it unseen and what it sent */
export async function openTab(context: BrowserContext, url: string) {
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error' && !expected.test(message.text()))
      complaints.push(message.text())
  })
  const sent: string[] = []
  page.on('websocket', socket => socket.on('framesent', ({ payload }) => sent.push(`${payload}`)))
  await page.goto(url)
  return { page, complaints, sent, ...actsAt(page) }
}

function actsAt(page: Page) {
  const column = page.getByRole('navigation', { name: 'Conversations' })
  const list = page.getByRole('list', { name: 'Conversations' })
  const log = page.getByRole('log')
  const field = page.getByRole('textbox', { name: 'Message', exact: true })
  const said = (hasText: string) => page.getByRole('paragraph').filter({ hasText })
  const bubble = (text: string) => log.getByRole('article').filter({ has: said(text) })
  const optionsOf = (text: string) =>
    bubble(text).getByRole('button', { name: 'Message options', exact: true })
  const row = (...words: string[]) =>
    words.reduce((rows, hasText) => rows.filter({ hasText }), list.getByRole('link'))
  return {
    column,
    list,
    log,
    field,
    bubble,
    optionsOf,
    row,
    button: (name: string) => page.getByRole('button', { name, exact: true }),
    tick: (text: string, name: string) => bubble(text).getByRole('img', { name, exact: true }),
    /** The banner that says that there is no connection. */
    offline: page.getByRole('status').filter({ hasText: 'You are offline' }),
    conversationId: () => /\/c\/([^/?#]+)/.exec(page.url())?.[1] ?? '',
    /** @param words what its row in the list says: with whom, about what */
    async openConversation(...words: string[]) {
      await row(...words).click()
      await log.waitFor()
    },
    /** Browsers tell a page that it is hidden; those of tests show all of them. */
    async hide(isHidden: boolean): Promise<void> {
      await page.evaluate(
        state => {
          Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
          document.dispatchEvent(new Event('visibilitychange'))
        },
        isHidden ? 'hidden' : 'visible',
      )
    },
    /** Tests are shown all tabs as focused; from here on this one is only while it is in front. */
    async focusForReal() {
      const session = await page.context().newCDPSession(page)
      await session.send('Emulation.setFocusEmulationEnabled', { enabled: false })
    },
    /** Makes an account of one's own, on the page where one signs in. */
    async signUp(name: string, email: string, password: string) {
      await page.getByRole('button', { name: 'Create an account' }).click()
      await page.getByLabel('Your name').fill(name)
      await page.getByLabel('E-mail').fill(email)
      await page.getByLabel('Password').fill(password)
      await page.getByRole('radio', { name: 'I need work done' }).check()
      await page.getByRole('button', { name: 'Create account' }).click()
    },
    /** Writes it and sends it, or saves it where something is being edited. */
    async say(text: string) {
      await field.fill(text)
      // On a phone Enter breaks the line.
      const isTouch = await page.evaluate(() => matchMedia('(pointer: coarse)').matches)
      if (isTouch) await page.getByRole('button', { name: /^(Send|Save)$/ }).tap()
      else await field.press('Enter')
    },
    /** Opens the menu of a message and chooses from it. */
    async choose(text: string, item: string) {
      await bubble(text).hover()
      await optionsOf(text).click()
      await page.getByRole('menuitem', { name: item, exact: true }).click()
    },
  }
}
