import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))
const reporter = fileURLToPath(new URL('./closingLine.ts', import.meta.url))

/** Runs vitest on its own over the files given, and gives back its last lines and exit code. */
async function runOver(files: Record<string, string>) {
  const root = await mkdtemp(join(tmpdir(), 'parley-closing-'))
  onTestFinished(() => rm(root, { recursive: true }))
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, name), text)
  const args = ['run', '--root', root, '--globals', '--reporter=default', `--reporter=${reporter}`]
  return new Promise<{ lines: string[]; code: number }>(resolve => {
    const env = { PATH: process.env.PATH, CI: 'true' }
    execFile(process.execPath, [vitest, ...args], { env }, (error, stdout) => {
      const code = typeof error?.code === 'number' ? error.code : 0
      resolve({ lines: stdout.trimEnd().split('\n'), code })
    })
  })
}

test('passed and skipped tests are counted, the skipped ones named', async () => {
  const { lines, code } = await runOver({
    'a.test.ts': `
      test('one', () => {})
      describe('of two', () => { test.skip('two', () => {}); test.todo('three') })
      test('four', context => context.skip('no browser here'))
      test('five', () => {})`,
  })
  expect(lines.slice(-4)).toEqual([
    'skipped: a.test.ts > of two > two',
    'skipped: a.test.ts > of two > three',
    'skipped: a.test.ts > four (no browser here)',
    '2 passed, 0 failed, 3 skipped',
  ])
  expect(code).toBe(0)
})

test('failed tests, files that cannot be loaded and hooks that throw all count', async () => {
  const { lines, code } = await runOver({
    'a.test.ts': `test('right', () => {}); test('wrong', () => { throw new Error('no') })`,
    'b.test.ts': `import './missing.ts'; test('never seen', () => {})`,
    'c.test.ts': `describe('broken', () => { afterAll(() => { throw new Error('no') }); test('fine', () => {}) })`,
  })
  expect(lines.at(-1)).toBe('2 passed, 3 failed, 0 skipped')
  expect(code).toBe(1)
})

test('an error outside of all tests is a failure', async () => {
  const { lines, code } = await runOver({
    'a.test.ts': `test('late', () => { setTimeout(() => { throw new Error('late') }, 0) })
      test('waits', () => new Promise(resolve => setTimeout(resolve, 50)))`,
  })
  expect(lines.at(-1)).toBe('2 passed, 1 failed, 0 skipped')
  expect(code).toBe(1)
})

test('a set-up that fails leaves no run that looks good', async () => {
  const { lines, code } = await runOver({
    'vitest.config.js': `export default { test: { globalSetup: './setUp.js' } }`,
    'setUp.js': `export default () => { throw new Error('no database') }`,
    'a.test.ts': `test('one', () => {})`,
  })
  expect(lines.at(-1)).toBe('0 passed, 1 failed, 0 skipped')
  expect(code).toBe(1)
})
