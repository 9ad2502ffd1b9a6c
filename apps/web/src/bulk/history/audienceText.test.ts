import { expect, test } from 'vitest'
import { audienceText } from './audienceText.ts'

const job = { id: 'j1', title: 'Repair a roof', type: 'Roofing', status: 'open', customerId: 'c1' }

test('those who were named one by one are counted', () => {
  expect(audienceText({ total: 1 })).toEqual(['1 customer'])
  expect(audienceText({ total: 10_000, job })).toEqual([
    '10,000 customers',
    'About “Repair a roof”',
  ])
})

test('every condition of a filter is told', () => {
  const filter = {
    jobId: 'j1',
    jobType: 'Roofing',
    jobStatus: 'open',
    place: 'Bremen',
    talkedSince: '2025-03-04T12:00:00.000Z',
    notAnswered: true,
  } as const
  expect(audienceText({ total: 3, filter })).toEqual([
    'Customers of one job, with a job of type Roofing that is open in Bremen, who wrote to you since March 4, 2025, and who have not answered you',
  ])
  expect(audienceText({ total: 3, filter: { notAnswered: true } })).toEqual([
    'Customers who have not answered you',
  ])
})
