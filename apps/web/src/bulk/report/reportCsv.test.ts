import type { RecipientReport } from '@parley/protocol/bulk'
import papaparse from 'papaparse'
import { expect, test } from 'vitest'
import { reportCsv } from './reportCsv.ts'

const origin = 'https://parley.example'

function named(name: string, more: Partial<RecipientReport> = {}): RecipientReport {
  return { userId: 'u1', user: { id: 'u1', name, role: 'customer' }, state: 'sent', ...more }
}

/** What a spreadsheet would read in the first column of each row. */
function namesIn(csv: string): string[] {
  const { data, errors } = papaparse.parse<string[]>(csv.replace(/^\uFEFF/, ''), {
    newline: '\r\n',
    skipEmptyLines: true,
  })
  expect(errors).toEqual([])
  for (const row of data) expect(row).toHaveLength(9)
  return data.slice(1).map(([name = '']) => name)
}

const hostile = [
  '=1+1',
  '=HYPERLINK("https://evil.example","Click")',
  "=cmd|' /C calc'!A0",
  '+49 421 1234',
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '=1+1\nand more',
  '  =1+1',
  '\u00a0=1+1',
  '＝1+1',
  '"=1+1',
]

test('no name is calculated', () => {
  const names = namesIn(
    reportCsv(
      hostile.map(name => named(name)),
      origin,
    ),
  )
  expect(names).toHaveLength(hostile.length)
  for (const [at, name] of names.entries()) {
    const before = hostile[at] ?? ''
    // A quote at the front is text already.
    expect(name).toBe(before.startsWith('"') ? before : `'${before}`)
    expect(name).toMatch(/^['"]/)
  }
})

test('an id, a variable and an address are as safe as a name', () => {
  const row = { ...named('Ann'), userId: '=1+1', state: 'failed', reason: 'BLOCKED' } as const
  expect(reportCsv([row], origin)).toContain(`"'=1+1","Failed","Not delivered.","BLOCKED"`)
  const conversationId = '0193a7c1-58c1-7d40-9f0e-0a2b5c6d7e8f'
  expect(reportCsv([{ ...row, conversationId }], '=evil')).toContain(`"'=evil/c/`)
})

test('quotes, commas, line breaks and all scripts come through as they are', () => {
  const names = ['Ann "The Roof" O’Neil', 'Müller, Jürgen', 'two\r\nlines', '李雷 🦊', 'עברית', '']
  const rows = names.map(name => named(name))
  expect(namesIn(reportCsv(rows, origin))).toEqual(names)
})

test('the file says that it is UTF-8, ends lines as spreadsheets do, and has times in ISO 8601', () => {
  const sentAt = '2026-11-21T12:00:00.000Z'
  const conversationId = '0193a7c1-58c1-7d40-9f0e-0a2b5c6d7e8f'
  const csv = reportCsv([named('Ann', { sentAt, conversationId })], origin)
  const header =
    '"Name","Person ID","Status","Reason","Reason code","Sent at","Delivered at","Read at","Conversation"'
  const row = `"Ann","u1","Sent","","","${sentAt}","","","${origin}/c/${conversationId}"`
  expect(csv).toBe(`\uFEFF${header}\r\n${row}\r\n`)
})

test('a name begins no cell where a semicolon or a tab ends one', () => {
  const csv = reportCsv([named('Ann;=1+1'), named('Bob\t=1+1')], origin)
  expect(csv).toContain('"Ann;=1+1"')
  expect(csv).toContain('"Bob\t=1+1"')
})
