import { limits } from '@parley/protocol/limits'
import { expect, test } from 'vitest'
import { composed } from './composed.ts'
import { blankDraft, fromKept, isBlank, toKept } from './draft.ts'

const maria = { id: 'usr_maria', name: 'Maria Meyer', role: 'customer' as const }
const blank = blankDraft()
const written = { ...blank, people: [maria], text: ' Hello {{customer.firstName}} ' }

test('what is chosen and written goes to the server; the other way of choosing does not', () => {
  const content = { type: 'text', text: 'Hello {{customer.firstName}}' }
  expect(composed({ ...written, filter: { place: 'Bremen' } }).what).toEqual({
    recipients: { userIds: ['usr_maria'] },
    content,
  })
  const byFilter = { ...written, by: 'filter' as const, filter: { place: 'Bremen' }, jobId: 'roof' }
  expect(composed(byFilter).what).toEqual({
    recipients: { filter: { place: 'Bremen' } },
    content,
    jobId: 'roof',
  })
})

test('what is missing or wrong is said at its field, and nothing goes', () => {
  expect(composed(blank)).toEqual({ what: undefined, who: 'nobody', text: 'noText' })
  expect(composed({ ...written, by: 'filter' })).toMatchObject({ who: 'noCondition' })
  expect(composed({ ...written, by: 'filter', filter: { place: ' ' } })).toMatchObject({
    who: 'noCondition',
  })
  const place = 'x'.repeat(limits.jobFieldMax + 1)
  expect(composed({ ...written, by: 'filter', filter: { place } })).toMatchObject({
    what: undefined,
    who: 'badCondition',
  })
  const tooLong = 'x'.repeat(limits.textMax + 1)
  expect(composed({ ...written, text: tooLong })).toMatchObject({ text: 'tooLong' })
  const unknown = composed({ ...written, text: 'Hello {{customer.age}}' })
  expect(unknown).toEqual({ what: undefined, who: undefined, text: 'unknownVariable' })
})

test('a draft is kept with its key; a blank one and one that cannot be read are not', () => {
  expect(fromKept(toKept(written))).toEqual(written)
  expect(toKept(blank)).toBe('')
  expect(isBlank(fromKept(''))).toBe(true)
  expect(isBlank(fromKept('{"text":1}'))).toBe(true)
  expect(isBlank({ ...blank, isInDoubt: true })).toBe(false)
  expect(fromKept('').key).not.toBe(fromKept('').key)
})
