/** What tests of the offline app look at behind the screen. */
import type { Page } from 'playwright-core'
import type { Person } from './person.ts'

/** The app opens without a network from here on, with what it holds now. */
export async function ready({ page, list }: Person): Promise<void> {
  await list.getByRole('link').first().waitFor()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
  await kept(page)
}

/** Resolves once the list is in the cache. */
async function kept(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const found = (await indexedDB.databases()).find(({ name }) => name?.startsWith('parley '))
    if (!found?.name) return false
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(found.name ?? '')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const isKept = await new Promise<boolean>(resolve => {
      const counting = database.transaction('cache').objectStore('cache').count()
      counting.onsuccess = () => resolve(counting.result > 0)
    })
    database.close()
    return isKept
  })
}

/** The databases in which something of people is kept. */
export function databases(page: Page): Promise<string[]> {
  return page.evaluate(async () =>
    (await indexedDB.databases())
      .map(({ name }) => name ?? '')
      .filter(name => /^parley /.test(name)),
  )
}
