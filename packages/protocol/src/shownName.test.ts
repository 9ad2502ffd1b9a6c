import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import * as jobInputs from './jobInputs.ts'
import { shownName } from './shownName.ts'

const name = shownName(80)

test.each([
  ['O’Neill-Șerban', 'O’Neill-Șerban'],
  ['Nguyê\u0303n Thi\u0323 \u00c1nh', 'Nguyê\u0303n Thi\u0323 \u00c1nh'],
  ['محمد علي', 'محمد علي'],
  ['می\u200cخواهم', 'می\u200cخواهم'],
  ['ཧཱུྃ', 'ཧཱུྃ'],
  ['שָׁלוֹם', 'שָׁלוֹם'],
  [
    '👩\u200d🔧 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    '👩\u200d🔧 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  ],
  ['<b>Bob</b> & Co', '<b>Bob</b> & Co'],
])('what people are called stays as it is: %s', (given, kept) => {
  expect(name.parse(given)).toBe(kept)
})

test.each([
  ['\u202eevil\u202c', 'evil'],
  ['An\u00adn\u200b\u2062\ufeff', 'Ann'],
  ['Ann\r\n\tof\u2028Bremen', 'Ann of Bremen'],
  [`Z${'\u0301'.repeat(10_000)}`, `Z${'\u0301'.repeat(8)}`],
])('what would disturb the words around it goes', (given, kept) => {
  expect(name.parse(given)).toBe(kept)
})

test.each([
  '',
  ' ',
  '\u200b',
  '\u202e\u2069',
  '\u3164',
  '\u115f\u1160',
  '\u2800',
  '\u0301',
  'a\0b',
  '\ud800',
])('what shows nothing is no name, nor what cannot be stored: %j', given => {
  expect(z.safeParse(name, given).success).toBe(false)
})

test('what people read of a job is cleaned as names are', () => {
  const told = {
    id: 'j',
    title: '\u202eRoof\n',
    type: 'Roof\u200bing',
    status: 'open',
    customerId: 'c',
  }
  expect(jobInputs.upsert.parse({ ...told, price: 5, place: 'Bre\tmen' })).toEqual({
    ...told,
    title: 'Roof',
    type: 'Roofing',
    price: 5,
    place: 'Bre men',
  })
})
