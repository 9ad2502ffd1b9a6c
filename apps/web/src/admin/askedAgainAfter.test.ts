import { Refused } from '@parley/client/refused'
import { expect, test } from 'vitest'
import { askedAgainAfter } from './askedAgainAfter.ts'

test('who is no administrator any more does not go on asking', () => {
  expect(askedAgainAfter(new Refused('FORBIDDEN'))).toBe(false)
  for (const error of [null, new Refused('UNAVAILABLE')])
    expect(askedAgainAfter(error)).toBeGreaterThan(0)
})
