import { arabic as sharedArabic } from '@parley/react/words/arabic'
import { recipientArabic } from '@parley/react/words/recipientArabic'
import { recipientWords as recipientEnglish } from '@parley/react/words/recipientWords'
import { words as sharedEnglish } from '@parley/react/words/words'
import { expect, test } from 'vitest'
import { arabic } from './arabic.ts'
import { bulkReportArabic } from './bulkReportArabic.ts'
import { bulkReportEnglish } from './bulkReportEnglish.ts'
import { bulkUseArabic } from './bulkUseArabic.ts'
import { bulkUseEnglish } from './bulkUseEnglish.ts'
import { composeArabic } from './composeArabic.ts'
import { composeEnglish } from './composeEnglish.ts'
import { english } from './english.ts'
import { failureArabic } from './failureArabic.ts'
import { failureEnglish } from './failureEnglish.ts'
import { keyArabic } from './keyArabic.ts'
import { keyEnglish } from './keyEnglish.ts'

const catalogues = [
  ['shared', sharedEnglish, sharedArabic],
  ['app', english, arabic],
  ['recipient', recipientEnglish, recipientArabic],
  ['compose', composeEnglish, composeArabic],
  ['report', bulkReportEnglish, bulkReportArabic],
  ['use', bulkUseEnglish, bulkUseArabic],
  ['failure', failureEnglish, failureArabic],
  ['keys', keyEnglish, keyArabic],
] as const

/** Every word and sentence under the way to it, as in "shared.group.add". */
function entriesOf(path: string, value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, each]) => entriesOf(`${path}.${key}`, each))
    : [[path, value]]
}

/** Sentences want a number, a name, or several: something of each kind is tried. */
const given = [
  [3, 2, 1],
  ['Ann', 'Bob', 'Cem'],
  [['Ann', 'Bob']],
  [{ reason: 'FORBIDDEN', said: '', type: 'roof', p50: 1, p95: 2 }],
]

function saidBy(value: unknown): string[] {
  if (typeof value !== 'function') return typeof value === 'string' ? [value] : []
  return given.flatMap(args => {
    try {
      const said: unknown = value(...args)
      return typeof said === 'string' ? [said] : []
    } catch {
      return [] // it wants another kind
    }
  })
}

test.each(catalogues)('%s: both languages say the same things', (name, inEnglish, inArabic) => {
  const kinds = (catalogue: unknown) =>
    entriesOf(name, catalogue).map(([path, value]) => `${path}: ${typeof value}`)
  expect(kinds(inArabic).sort()).toEqual(kinds(inEnglish).sort())
})

/** Numbers, names and what consists of them; what stands on the keys of a keyboard. */
const without =
  /\.(number|moment|list|few|me|named|personAs|as|announced|reactedWith|unreadBadge|noRate|tick|share|zone|connectionsOf)$|^shared\.message\.label$|^keys\.names\./

test.each(catalogues)('%s: the Arabic is Arabic', (name, _, inArabic) => {
  const foreign = entriesOf(name, inArabic)
    .filter(([path]) => !without.test(path))
    .flatMap(([path, value]) => saidBy(value).map(said => `${path}: ${said}`))
    .filter(said => !/\p{Script=Arabic}/u.test(said.replace(/^\S+: /, '')))
  expect(foreign).toEqual([])
})

test('a number takes the form that goes with it', () => {
  const { unread } = sharedArabic.conversations
  expect([1, 2, 3, 11, 100].map(unread).map(plain)).toEqual([
    'رسالة واحدة غير مقروءة',
    'رسالتان غير مقروءتين',
    '3 رسائل غير مقروءة',
    '11 رسالة غير مقروءة',
    '100 رسالة غير مقروءة',
  ])
})

/** Digits as they are here, whichever this machine takes for Arabic. */
function plain(text: string): string {
  return text.replace(/[٠-٩]/g, digit => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)))
}

test('a name keeps to itself, whichever way it and the sentence run', () => {
  expect(sharedEnglish.group.remove('Ann')).toBe('Remove Ann')
  expect(sharedEnglish.group.remove('ليلى')).toBe('Remove \u2068ليلى\u2069')
  expect(sharedArabic.group.remove('Ann')).toBe('إخراج \u2068Ann\u2069')
  expect(sharedEnglish.list(['Ann', 'ליאור'])).toBe('Ann and \u2068ליאור\u2069')
})
