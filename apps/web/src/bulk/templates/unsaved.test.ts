import type { Template } from '@parley/protocol/bulk'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { unsavedOf } from './unsaved.ts'

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
})
afterEach(() => vi.unstubAllGlobals())

const at = '2026-03-20T12:00:00.000Z'
const template: Template = { id: crypto.randomUUID(), name: 'A', text: 'a', updatedAt: at }

test('what is being written outlives the page, for each template and person by itself', () => {
  unsavedOf('carla', undefined).write({ name: 'New', text: 'n' })
  unsavedOf('carla', template).write({ name: 'Anew', text: 'b' })
  expect(unsavedOf('carla', undefined).read()).toMatchObject({ name: 'New', text: 'n' })
  expect(unsavedOf('carla', template).read()).toMatchObject({ name: 'Anew', text: 'b' })
  expect(unsavedOf('diego', undefined).read()).toBeUndefined()
  unsavedOf('carla', undefined).forget()
  expect(unsavedOf('carla', undefined).read()).toBeUndefined()
})

test('what was changed elsewhere meanwhile is not overwritten with what was begun before', () => {
  unsavedOf('carla', template).write({ name: 'Anew', text: 'b' })
  const changed = { ...template, text: 'c', updatedAt: '2026-03-21T12:00:00.000Z' }
  expect(unsavedOf('carla', changed).read()).toBeUndefined()
})
