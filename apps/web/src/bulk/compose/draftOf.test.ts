import { forgetDrafts } from '@parley/client/forget'
import type { DraftStorage } from '@parley/client/keepsake'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isBlank } from './draft.ts'
import { draftOf } from './draftOf.ts'

let storage: DraftStorage

beforeEach(() => {
  const kept = new Map<string, string>()
  storage = {
    get length() {
      return kept.size
    },
    key: at => [...kept.keys()][at] ?? null,
    getItem: key => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: key => kept.delete(key),
  }
  vi.stubGlobal('localStorage', storage)
})
afterEach(() => vi.unstubAllGlobals())

/** A client of its own. */
const page = (userId: string) => draftOf({ userId })

test('what is composed is there after a reload, for the same person only, under the same key', () => {
  const before = page('carla')
  before.change({ text: 'Hello' })
  const { key } = before.state.get()
  expect(page('carla').state.get()).toMatchObject({ text: 'Hello', key })
  expect(isBlank(page('diego').state.get())).toBe(true)
})

test('what was sent is no draft any more, and the next one has another key', () => {
  const draft = page('carla')
  draft.change({ text: 'Hello', isInDoubt: true })
  const { key } = draft.state.get()
  draft.clear()
  expect(isBlank(draft.state.get())).toBe(true)
  expect(draft.state.get().key).not.toBe(key)
  expect(storage.length).toBe(0)
})

test('what was taken back is a draft again, to be sent anew, unless another one was begun', () => {
  const draft = page('carla')
  draft.change({ text: 'Hello', isInDoubt: true })
  const sent = draft.state.get()
  draft.clear()
  expect(draft.restore(sent)).toBe(true)
  expect(draft.state.get()).toMatchObject({ text: 'Hello', isInDoubt: false })
  expect(draft.state.get().key).not.toBe(sent.key)
  draft.change({ text: 'Something else' })
  expect(draft.restore(sent)).toBe(false)
  expect(draft.state.get().text).toBe('Something else')
})

test('signing out leaves nothing of it', () => {
  page('carla').change({ text: 'Hello' })
  page('diego').change({ text: 'Hello' })
  forgetDrafts(storage, 'carla')
  expect(isBlank(page('carla').state.get())).toBe(true)
  expect(page('diego').state.get().text).toBe('Hello')
})
