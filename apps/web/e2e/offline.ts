/** What tests of the offline app look at and spoil behind the screen. */
import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Person } from './person.ts'

/** Resolves once the app would open without a network, with all that it holds now. */
export async function ready({ page, list }: Person): Promise<void> {
  await list.getByRole('link').first().waitFor()
  // Not whether it has this page: one that was loaded while it was activated it has from the next load on.
  await page.waitForFunction(async () => {
    const { active } = await navigator.serviceWorker.ready
    return active?.state === 'activated'
  })
  const since = await page.evaluate(() => Date.now())
  await expect.poll(() => page.evaluate(keptAt)).toBeGreaterThan(since)
}

/** When the cache was written last. */
async function keptAt(): Promise<number> {
  const found = (await indexedDB.databases()).find(({ name }) => name?.startsWith('parley '))
  if (!found?.name) return 0
  const opening = indexedDB.open(found.name)
  return new Promise(resolve => {
    opening.onerror = () => resolve(0)
    opening.onsuccess = () => {
      const database = opening.result
      const getting = database.transaction('cache').objectStore('cache').get('head')
      getting.onsuccess = () => {
        database.close()
        resolve(getting.result?.savedAt ?? 0)
      }
    }
  })
}

/** From now on nothing can be read or written of what is kept here. @returns what lets go of it */
export async function holdDatabase(window: BrowserContext, url: string) {
  const page = await window.newPage()
  await page.goto(`${url}/favicon.svg`) // of the same place, and not the app
  const [name = ''] = await databases(page)
  await page.evaluate(async name => {
    const opening = indexedDB.open(name)
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const transaction = database.transaction(database.objectStoreNames, 'readwrite')
    // It lasts for as long as something is asked of it.
    await new Promise<void>(resolve => {
      const ask = () => {
        transaction.objectStore('outbox').count().onsuccess = () => {
          resolve()
          ask()
        }
      }
      ask()
    })
  }, name)
  return () => page.close()
}

/** Wakes the service worker, as the browser does when there is a network again. */
export async function wakeWorker(window: BrowserContext, url: string): Promise<void> {
  const page = await window.newPage()
  await page.goto(`${url}/favicon.svg`) // of the same place, and not the app
  const session = await window.newCDPSession(page)
  const found = new Promise<string>(resolve => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL === `${url}/`)
      if (ours) resolve(ours.registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  const waking = { origin: url, registrationId: await found, tag: 'parley-outbox' }
  await session.send('ServiceWorker.dispatchSyncEvent', { ...waking, lastChance: false })
  await page.close()
}

/** The databases in which something of people is kept. */
export function databases(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
    return names.filter(name => name.startsWith('parley '))
  })
}

export function drafts(page: Page): Promise<string[]> {
  return texts(page, 'parley.draft')
}

/** What was sent and is not in a database yet. */
export function notes(page: Page): Promise<string[]> {
  return texts(page, 'parley.outbox')
}

function texts(page: Page, prefix: string): Promise<string[]> {
  return page.evaluate(
    prefix => Object.keys(localStorage).filter(key => key.startsWith(prefix)),
    prefix,
  )
}

/** Somebody without conversations begins one. */
export async function beginWith({ page, button, field }: Person, name: string): Promise<void> {
  await button('New conversation').click()
  const dialog = page.getByRole('dialog', { name: 'New conversation' })
  await dialog.getByRole('checkbox', { name }).check()
  await dialog.getByRole('button', { name: 'Start conversation' }).click()
  await field.waitFor()
}

/** The tab is gone from one moment to the next, without a chance to write anything. */
export async function crash({ page }: Person): Promise<void> {
  const crashed = page.waitForEvent('crash')
  const session = await page.context().newCDPSession(page)
  session.send('Page.crash').catch(() => undefined)
  await crashed
  await page.close()
}

type Row = Record<string, unknown>

interface Spoiling {
  store: 'cache' | 'conversations' | 'outbox'
  /** Changed in every row that is there. */
  patch?: Row
  /** One more row. */
  put?: Row
}

/** What may have become of what a browser keeps. */
export const spoilings = {
  'rows that were cut off': [{ store: 'conversations', patch: { replica: {} } }],
  'a cache of somebody else': [{ store: 'cache', patch: { userId: 'usr_somebody' } }],
  'an outbox of nonsense': [{ store: 'outbox', put: { clientId: 'cut off' } }],
  'an outbox of somebody else': [{ store: 'outbox', put: outgoingOf('usr_somebody') }],
} satisfies Record<string, Spoiling[]>

function outgoingOf(userId: string): Row {
  const clientId = '7c5e5a52-35b5-4b5c-8d55-7a5c9f6f1f10'
  const conversationId = '7c5e5a52-35b5-4b5c-8d55-7a5c9f6f1f11'
  const said = { text: 'Not for these eyes.', createdAt: new Date().toISOString() }
  const message = { clientId, ...said, state: { kind: 'waiting' } }
  return { clientId, conversationId, userId, message }
}

/** Changes rows behind the app, from a page of the same place, and comes back to it. */
export async function spoil({ page }: Person, all: readonly Spoiling[]): Promise<void> {
  await awayFromTheApp(page, async () => {
    const [name = ''] = await databases(page)
    for (const spoiling of all) await page.evaluate(changeRows, { name, ...spoiling })
  })
}

/** In the place of the database stands one that a later release has made. */
export async function raiseVersion({ page }: Person): Promise<void> {
  await awayFromTheApp(page, async () => {
    const [name = ''] = await databases(page)
    await page.evaluate(async name => {
      const done = (request: IDBOpenDBRequest) =>
        new Promise<IDBDatabase>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
      await done(indexedDB.deleteDatabase(name))
      const later = await done(indexedDB.open(name, 99))
      later.close()
    }, name)
  })
}

async function awayFromTheApp(page: Page, act: () => Promise<void>): Promise<void> {
  const app = page.url()
  await page.goto(new URL('/favicon.svg', app).href)
  await act()
  await page.goto(app)
}

async function changeRows({ name, store, patch, put }: Spoiling & { name: string }) {
  const opening = indexedDB.open(name)
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction(store, 'readwrite')
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
    const rows = transaction.objectStore(store)
    if (put) rows.put(put)
    if (!patch) return
    const walking = rows.openCursor()
    walking.onsuccess = () => {
      const cursor = walking.result
      cursor?.update({ ...cursor.value, ...patch })
      cursor?.continue()
    }
  })
  database.close()
}
