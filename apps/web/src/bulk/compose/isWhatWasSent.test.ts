import type { Broadcast } from '@parley/protocol/bulk'
import { expect, test } from 'vitest'
import { isWhatWasSent } from './isWhatWasSent.ts'

const at = '2026-03-20T12:00:00.000Z'
const sent: Broadcast = {
  id: crypto.randomUUID(),
  status: 'finished',
  total: 2,
  totalSent: 2,
  totalFailed: 0,
  results: [],
  errors: [],
  text: 'Hello',
  createdAt: at,
  dueAt: at,
}
const recipients = { userIds: ['a', 'b'] }
const content = { type: 'text' as const, text: 'Hello' }

test('an answer is told from that to the same key before the text or the people were changed', () => {
  expect(isWhatWasSent(sent, { recipients, content })).toBe(true)
  expect(isWhatWasSent(sent, { recipients, content: { ...content, text: 'Hullo' } })).toBe(false)
  expect(isWhatWasSent(sent, { recipients: { userIds: ['a'] }, content })).toBe(false)
  expect(isWhatWasSent(sent, { recipients, content, jobId: 'roof' })).toBe(false)
  expect(isWhatWasSent(sent, { recipients, content, scheduleAt: '2026-03-21T12:00:00Z' })).toBe(
    false,
  )
  expect(isWhatWasSent(sent, { recipients, content, scheduleAt: '2026-03-20T12:00:00Z' })).toBe(
    true,
  )
})

test('what was put off is another than what goes now', () => {
  const putOff = { ...sent, zone: 'Europe/Berlin' }
  expect(isWhatWasSent(putOff, { recipients, content, scheduleAt: at })).toBe(true)
  expect(isWhatWasSent(putOff, { recipients, content })).toBe(false)
})

test('a filter is the same in whatever order its conditions stand', () => {
  const filter = { jobType: 'Roofing', place: 'Bremen' }
  const byFilter = { ...sent, filter }
  const same = { place: 'Bremen', jobType: 'Roofing' }
  expect(isWhatWasSent(byFilter, { recipients: { filter: same }, content })).toBe(true)
  expect(isWhatWasSent(byFilter, { recipients: { filter: { place: 'Bremen' } }, content })).toBe(
    false,
  )
  expect(isWhatWasSent(byFilter, { recipients, content })).toBe(false)
})
