import { expect, test } from 'vitest'
import { listed } from '../testing/listed.ts'
import { loadedMore } from './loadedMore.ts'

/** @param pages how many each attempt brings; after the last one there are no more */
function source(pages: number[], hasMoreAfter = true) {
  let items = [listed('first')]
  let attempts = 0
  return {
    attempts: () => attempts,
    conversations: {
      get: () => {
        const hasMore = hasMoreAfter || attempts < pages.length
        return { status: 'ready' as const, items, hasMore }
      },
      subscribe: () => () => {},
    },
    async loadMore() {
      const count = pages[attempts++] ?? 0
      items = [...items, ...Array.from({ length: count }, (_, at) => listed(`${attempts}/${at}`))]
    },
  }
}

test('a page that brings something has come', async () => {
  const pages = source([50])
  expect(await loadedMore(pages)).toBe(true)
  expect(pages.attempts()).toBe(1)
})

test('so has the last one, although it brings nothing', async () => {
  expect(await loadedMore(source([0], false))).toBe(true)
})

test('one that only waited for another is asked for again', async () => {
  const pages = source([0, 50])
  expect(await loadedMore(pages)).toBe(true)
  expect(pages.attempts()).toBe(2)
})

test('one that brings nothing twice was refused', async () => {
  expect(await loadedMore(source([0, 0]))).toBe(false)
})
