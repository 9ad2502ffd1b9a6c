/** What a person feels of the built app: loading, keys, switching, scrolling, memory. */
import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { buildApp } from '../browser/buildApp.ts'
import { chats } from '../browser/chats.ts'
import { findChromium, launchChromium } from '../browser/chromium.ts'
import { farBack } from '../browser/farBack.ts'
import { loads } from '../browser/loads.ts'
import { long } from '../browser/longChat.ts'
import { longList, most } from '../browser/longList.ts'
import { openPages } from '../browser/openPages.ts'
import { openWire } from '../devices/wire.ts'
import { customerOf, giveConversations } from '../rows/giveConversations.ts'
import { openDatabase } from '../rows/openDatabase.ts'
import type { Outcome, Scenario } from '../scenario.ts'
import { type Server, startServer } from '../server/server.ts'

const conversations = 100

export const web: Scenario = {
  name: 'web',
  about: () =>
    `the built app in headless Chromium: ${conversations} conversations of 60 messages, one of ${long}; a list of ${most}`,
  async run({ profile }) {
    const path = findChromium()
    if (!path) {
      const note = 'There is no Chromium on this machine (CHROMIUM names one).'
      return { figures: [], notes: [note] }
    }
    await buildApp()
    await using opened = await launchChromium(path)
    return await inBrowser(opened.browser, profile)
  },
}

async function inBrowser(browser: Browser, profile: boolean): Promise<Outcome> {
  await using server = await startServer({ demo: true })
  await using database = openDatabase(await server.databaseUrl())
  const given = { prefix: 'given', conversations, messagesEach: 60, long }
  const [longId, ...others] = await giveConversations(database.sql, {
    ...given,
    userId: 'usr_demo_carla',
  })
  if (longId === undefined) throw new Error('There is a long conversation.')
  const many = { prefix: 'many', conversations: most, messagesEach: 1, long: 1 }
  await giveConversations(database.sql, { ...many, userId: 'usr_demo_diego' })

  const open = openPages(browser, server.url, 'carla')
  await using other = await otherIn(server, longId)
  const loaded = await loads(open, longId)
  const jumped = await farBack(open, longId)
  const { figures, notes } = await chats(open, { longId, others, other, profile })
  const listed = await longList(openPages(browser, server.url, 'diego'))
  return {
    figures: [...loaded.figures, ...jumped, ...figures, ...listed],
    notes: [...loaded.notes, ...notes],
  }
}

/** The customer of the first conversation, without a browser. */
async function otherIn(server: Server, conversationId: string) {
  const wire = openWire(server.url, await server.token(customerOf('given', 1)))
  return {
    say: (text: string) =>
      wire.mutation('chat.send', {
        conversationId,
        clientId: randomUUID(),
        content: { type: 'text', text },
      }),
    async [Symbol.asyncDispose]() {
      wire.close()
    },
  }
}
