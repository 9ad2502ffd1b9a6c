import { act } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from '../testing/page.tsx'
import { briefTimeOf } from '../time/format.ts'
import { useToday } from './useToday.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 10, 21, 23, 58) })
})
afterEach(() => {
  vi.useRealTimers()
})

function Row({ at }: { at: Date }) {
  return briefTimeOf(at.toISOString(), new Date(useToday()))
}

test('at midnight, and when a machine that slept wakes, today becomes yesterday', () => {
  const { show, text } = page()
  show(<Row at={new Date(2026, 10, 21, 23, 50)} />)
  expect(text()).toMatch(/50/)
  act(() => vi.advanceTimersByTime(60_000))
  expect(text()).toMatch(/50/)
  act(() => vi.advanceTimersByTime(62_000))
  expect(text()).toBe('Yesterday')
  // Asleep, no timer ran.
  vi.setSystemTime(new Date(2026, 10, 23, 8, 0))
  act(() => void document.dispatchEvent(new window.Event('visibilitychange')))
  expect(text()).toBe('Sat')
})
