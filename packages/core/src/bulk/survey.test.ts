import type { Candidate } from '@parley/db/queries/candidates'
import { limits } from '@parley/protocol/limits'
import { expect, test } from 'vitest'
import { outcomesOf } from './outcome.ts'
import { createSurvey, type Page } from './survey.ts'

const list = Array.from({ length: 10_000 }, (_, nth): Candidate => {
  const userId = `customer-${nth}`
  const user = { id: userId, name: nth % 2 ? 'Al Ek' : 'Maximiliana', role: 'customer' as const }
  return { nth, userId, jobId: null, user, conversationId: null, reason: null }
})

/** What a survey of the list tells, and how many texts it wrote for it. */
function surveyed(text: string, page: Page) {
  const outcomes = outcomesOf(text, { name: 'Maria Lopes' })
  let written = 0
  const counting = {
    ...outcomes,
    outcomeOf(candidate: Candidate) {
      written += 1
      return outcomes.outcomeOf(candidate)
    },
  }
  const survey = createSurvey(counting, page)
  for (const candidate of list) survey.look(candidate, null)
  return { survey, written }
}

const long = `${'🙂'.repeat(limits.textMax - 5)}{{customer.firstName}}`

test('[P8] of a long list only the texts of one page are written, and they are its outcomes', () => {
  const { survey, written } = surveyed(long, { only: undefined, after: 99 })
  const { outcomeOf } = outcomesOf(long, { name: 'Maria Lopes' })
  expect(survey.total()).toBe(10_000)
  expect(survey.counts).toEqual(new Map([['TOO_LONG', 5000]]))
  expect(survey.page).toEqual(
    list.slice(100, 200).map(candidate => ({ candidate, outcome: outcomeOf(candidate) })),
  )
  expect(written).toBe(limits.page / 2)
})

test('[P8] a page of those who fail writes nothing', () => {
  const { survey, written } = surveyed(long, { only: 'failed', after: -1 })
  expect(survey.page).toHaveLength(limits.page)
  expect(survey.last()).toBe(198)
  expect(written).toBe(0)
})

test('[P1] the last page says that nothing follows, a full one too', () => {
  expect(surveyed('Hello', { only: undefined, after: 9898 }).survey.last()).toBe(9998)
  expect(surveyed('Hello', { only: undefined, after: 9899 }).survey.last()).toBeUndefined()
  expect(surveyed('Hello', { only: 'failed', after: -1 }).survey.last()).toBeUndefined()
})
