import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatCursor, frameId, parseCursor } from './cursor.ts'

const epoch = '3f1c0a52-7a37-4b6e-9a54-0d5a5f6f8f10'

test('a cursor and the id of a frame are read back as they were written', () => {
  fc.assert(
    fc.property(
      fc.bigInt(0n, 2n ** 64n - 1n),
      fc.uuid(),
      fc.uuid(),
      fc.nat(),
      (at, of, boot, n) => {
        const cursor = { horizon: String(at), epoch: of }
        expect(parseCursor(formatCursor(cursor))).toEqual(cursor)
        expect(parseCursor(frameId(cursor, boot, n))).toEqual(cursor)
      },
    ),
  )
})

test.each([
  '',
  '~',
  '.',
  'nonsense',
  `.${epoch}`,
  `12.`,
  `-1.${epoch}`,
  `1e3.${epoch}`,
  `12.${epoch}.13`,
  `12.a b`,
  `${2n ** 64n}.${epoch}`,
  `${'9'.repeat(200)}.${epoch}`,
])('%j is no cursor', text => {
  expect(parseCursor(text)).toBeUndefined()
})
