import { expect, test } from 'vitest'
import { composeWords } from './composeWords.ts'

test('how many get it is said in whole sentences, also for one and for nobody', () => {
  expect(composeWords.counts(1, 0)).toBe('1 person will get it.')
  expect(composeWords.counts(1200, 3)).toBe('1,200 people will get it, 3 people will not.')
  expect(composeWords.counts(0, 1)).toBe('Nobody will get it, 1 person will not.')
})

test('what was refused is said by its reason, and by the field at fault', () => {
  const invalid = (field: string, said = '') =>
    composeWords.refused({ reason: 'INVALID_INPUT', field, said })
  expect(invalid('recipients', 'nobody matches')).toBe('Look at who gets it: nobody matches.')
  expect(invalid('content')).toContain('variables')
  expect(invalid('scheduleAt')).toContain('time')
  const other = composeWords.refused({ reason: 'UNAVAILABLE', field: undefined, said: 'x' })
  expect(other).toBe('That did not work: the server cannot be reached.')
})
