/** docs/ux.md says what people expect and which test proves it; this holds it to the truth. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const docs = join(import.meta.dirname, '..', 'docs')
const page = readFileSync(join(docs, 'ux.md'), 'utf8')

const rows = page
  .split('\n')
  .filter(line => line.startsWith('| ') && !line.startsWith('| What is expected'))
  .map(line =>
    line
      .slice(1, -1)
      .split('|')
      .map(cell => cell.trim()),
  )

/** What a quote of the source does not change. */
const plain = (title: string) => title.replaceAll("\\'", "'")

test.each(rows.map(row => ({ expected: row[0], row })))(
  '$expected: is proved by tests that are there',
  ({ row }) => {
    const [expected = '', proof = '', state = '', ...more] = row
    expect(more).toEqual([])
    expect(expected).not.toBe('')
    expect(state).toMatch(/^(works|missing)/)
    const tests = [...proof.matchAll(/\[[^\]]+\]\(([^)]+)\): (.*?)(?=<br>|$)/g)]
    if (state !== 'missing') expect(tests).not.toEqual([])
    for (const [, path = '', title = ''] of tests) {
      const file = join(docs, path)
      expect(existsSync(file), path).toBe(true)
      expect(plain(readFileSync(file, 'utf8')), path).toContain(title)
    }
  },
)

test('all that is expected is in the table', () => {
  expect(rows.length).toBeGreaterThan(40)
})
