/** What the tests of a file share: one server, and the browser from which people look at it. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, onTestFinished } from 'vitest'
import { launchChromium } from './chromium.ts'
import { openTab, type Person } from './person.ts'
import { type Server, startServer } from './server.ts'

/** A phone of the smaller kind. */
export const phone = {
  viewport: { width: 375, height: 667 },
  isMobile: true,
  hasTouch: true,
} satisfies BrowserContextOptions

/**
 * @param variables what the server is started with besides the usual
 * @param usually how windows are opened. Only where it matters do they keep the app for a time
 * without a network: fetching all of it anew takes each window most of a second of a core.
 */
export function useStage(
  variables: Record<string, string> = {},
  usually: BrowserContextOptions = { serviceWorkers: 'block' },
) {
  let server: Server | undefined
  const browsers: Browser[] = []

  beforeAll(async () => {
    const [started, browser] = await Promise.all([
      startServer(variables, inject('demoData')),
      launchChromium(),
    ])
    server = started
    browsers.push(browser)
  })
  afterAll(async () => {
    for (const browser of browsers) await browser.close()
    await server?.[Symbol.asyncDispose]()
  })

  function theServer(): Server {
    if (!server) throw new Error('The server is there only while tests run')
    return server
  }

  /** Windows share nothing with each other; the tabs of one share what browsers let tabs share. */
  async function openWindow(options: BrowserContextOptions = {}, browser = browsers[0]) {
    if (!browser) throw new Error('The browser is there only while tests run')
    const viewport = { width: 1280, height: 800 }
    // Nothing is drawn sixty times a second that nobody looks at.
    const still = { viewport, locale: 'en-GB', reducedMotion: 'reduce' } as const
    const context = await browser.newContext({ ...still, ...usually, ...options })
    context.setDefaultTimeout(10_000)
    onTestFinished(async ({ task }) => {
      if (task.result?.state === 'fail') await picture(context)
      await context.close()
    })
    return context
  }

  async function visit(path: string, window?: BrowserContext): Promise<Person> {
    const person = await openTab(window ?? (await openWindow()), theServer().url + path)
    onTestFinished(() => expect(person.complaints).toEqual([]))
    return person
  }

  return {
    server: theServer,
    openWindow,
    visit,
    /** Another browser altogether, for the rest of this test. */
    async anotherBrowser(): Promise<BrowserContext> {
      const browser = await launchChromium()
      browsers.push(browser)
      return openWindow({}, browser)
    },
    /** Signs in as a demo person, and is there once there is a place for conversations. */
    async enter(as: string, window?: BrowserContext): Promise<Person> {
      const person = await visit(`/?as=${as}`, window)
      await person.column.waitFor()
      return person
    },
  }
}

/** Shows on the terminal where a failed test's screens can be looked at. */
async function picture(context: BrowserContext): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'parley-screens-'))
  for (const [index, page] of context.pages().entries()) {
    const path = join(directory, `${index + 1}.png`)
    await page.screenshot({ path }).catch(() => undefined)
    process.stderr.write(`What stood on the screen: ${path}\n`)
  }
}
