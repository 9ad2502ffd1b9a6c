/** What a person feels of the built app: loading, keys, switching, scrolling, memory. */
import type { Browser } from 'playwright-core'
import { buildApp } from '../browser/buildApp.ts'
import { chats, long } from '../browser/chats.ts'
import { findChromium, launchChromium } from '../browser/chromium.ts'
import { loads } from '../browser/loads.ts'
import { openPages } from '../browser/openPages.ts'
import { giveConversations } from '../rows/giveConversations.ts'
import { openDatabase } from '../rows/openDatabase.ts'
import type { Outcome, Scenario } from '../scenario.ts'
import { startServer } from '../server/server.ts'

const conversations = 100

export const web: Scenario = {
  name: 'web',
  about: () =>
    `the built app in headless Chromium: ${conversations} conversations of 60 messages, one of ${long}`,
  async run() {
    const path = findChromium()
    if (!path) {
      const note = 'There is no Chromium on this machine (CHROMIUM names one).'
      return { figures: [], notes: [note] }
    }
    await buildApp()
    await using opened = await launchChromium(path)
    return await inBrowser(opened.browser)
  },
}

async function inBrowser(browser: Browser): Promise<Outcome> {
  await using server = await startServer({ demo: true })
  const userId = 'usr_demo_carla'
  await using database = openDatabase(await server.databaseUrl())
  const wanted = { userId, conversations, messagesEach: 60, long }
  const [longId, ...others] = await giveConversations(database.sql, wanted)
  if (longId === undefined) throw new Error('There is a long conversation.')

  const open = openPages(browser, server.url, 'carla')
  const loaded = await loads(open, longId)
  const { figures, notes } = await chats(open, longId, others)
  return { figures: [...loaded, ...figures], notes }
}
