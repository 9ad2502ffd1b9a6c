/** The browser's share of a message: from the arrival of its frame to the picture. */
import type { Browser } from 'playwright-core'
import { buildApp } from '../browser/buildApp.ts'
import { type Burst, burst, oneByOne } from '../browser/bursts.ts'
import { findChromium, launchChromium } from '../browser/chromium.ts'
import { writersTo } from '../browser/crowd.ts'
import { openApp } from '../browser/openApp.ts'
import { mergeCost } from '../measure/mergeCost.ts'
import type { Figure, Scenario } from '../scenario.ts'
import { startServer } from '../server/server.ts'

const changes = 1000
const singles = 100
const history = 500
/** All of them on the first page of the list. */
const conversations = 41
/** Longer than this and a key that is pressed meanwhile is felt to be late. */
const taskMs = 50

export const browser: Scenario = {
  name: 'browser',
  about: () =>
    `the built app in headless Chromium: one change and bursts of ${changes}, ${conversations} conversations, ${history} messages in the open one; and the merge alone`,
  async run() {
    const figures = [50, 1000, 50_000].flatMap(mergeFigures)
    const path = findChromium()
    if (!path)
      return {
        figures,
        notes: [
          'There is no Chromium on this machine (CHROMIUM names one): the page was not measured.',
        ],
      }
    await buildApp()
    await using opened = await launchChromium(path)
    return { figures: [...figures, ...(await inBrowser(opened.browser))], notes: [] }
  },
}

async function inBrowser(browser: Browser): Promise<Figure[]> {
  await using server = await startServer({ demo: true })
  const writers = await writersTo(server, 'usr_demo_carla', conversations)
  const [first, ...others] = writers
  if (!first) throw new Error('Somebody writes.')
  await first.say(Array.from({ length: history }, (_, at) => `history, message ${at}`))
  const page = await openApp(browser, server.url, 'carla', first.conversationId)
  await oneByOne(page, first, 20)
  const ones = await oneByOne(page, first, singles)
  const figures: Figure[] = [
    {
      what: 'one change, until the page is changed, p50',
      value: ones.changed.percentile(50),
      unit: 'ms',
    },
    {
      what: 'one change, until the page is changed, p99',
      value: ones.changed.percentile(99),
      unit: 'ms',
    },
    {
      what: 'one change, until it is painted, p50',
      value: ones.painted.percentile(50),
      unit: 'ms',
    },
    {
      what: 'one change, until it is painted, p99',
      value: ones.painted.percentile(99),
      unit: 'ms',
    },
  ]
  for (const [where, some] of [
    ['open conversation', [first]],
    ['list', others],
  ] as const) {
    for (const changesPerFrame of [changes, 25, 1]) {
      const given = { browser, page, writers: [...some], changes, changesPerFrame }
      figures.push(
        ...burstFigures(`${changes} in ${where}, ${changesPerFrame} a frame`, await burst(given)),
      )
    }
  }
  return figures
}

function burstFigures(what: string, done: Burst): Figure[] {
  return [
    { what: `${what}: to the last paint`, value: done.paintedMs, unit: 'ms' },
    { what: `${what}: longest task`, value: done.longestMs, unit: 'ms', target: taskMs },
    { what: `${what}: CPU of the main thread`, value: done.cpuMs, unit: 'ms' },
    { what: `${what}: renderings`, value: done.renders, unit: '' },
    { what: `${what}: ${done.puts} rows into IndexedDB`, value: done.putMs, unit: 'ms' },
  ]
}

function mergeFigures(held: number): Figure[] {
  const { appendMicros, editMicros } = mergeCost(held)
  return [
    { what: `merging a new message, ${held} held`, value: appendMicros, unit: 'µs' },
    { what: `merging an edit, ${held} held`, value: editMicros, unit: 'µs' },
  ]
}
