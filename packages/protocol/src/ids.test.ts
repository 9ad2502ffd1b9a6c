import { expect, test } from 'vitest'
import { millisecondsOf } from './ids.ts'

test('a moment is the same with however many digits', () => {
  const moment = Date.parse('2026-11-21T19:22:42.027Z')
  for (const more of ['', '0', '000000', '0'.repeat(136), '9'.repeat(136)])
    expect(millisecondsOf(`2026-11-21T19:22:42.027${more}Z`)).toBe(moment)
  expect(millisecondsOf('2026-11-21T19:22:42Z')).toBe(moment - 27)
  expect(millisecondsOf('2026-11-21T20:22:42.027000000000+01:00')).toBe(moment)
})
