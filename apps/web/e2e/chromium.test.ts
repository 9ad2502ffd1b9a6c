import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { findChromium } from './chromium.ts'

const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))
const closingLine = fileURLToPath(new URL('../../../.config/closingLine.ts', import.meta.url))
const chromium = fileURLToPath(new URL('./chromium.ts', import.meta.url))

/** How a run over one file with browser tests ends on a machine without a browser. */
async function lastLines(env: Record<string, string>): Promise<string[]> {
  const root = await mkdtemp(join(tmpdir(), 'parley-browserless-'))
  onTestFinished(() => rm(root, { recursive: true }))
  const file = `import { withChromium } from '${chromium}'; withChromium(() => { test('in it', () => {}) })`
  await writeFile(join(root, 'a.test.ts'), file)
  const args = ['run', '--root', root, '--globals', `--reporter=${closingLine}`]
  return new Promise(resolve => {
    const options = { env: { PATH: process.env.PATH, CHROMIUM: '/nowhere', ...env } }
    execFile(process.execPath, [vitest, ...args], options, (_error, stdout) =>
      resolve(stdout.trimEnd().split('\n').slice(-2)),
    )
  })
}

test('without a Chromium a visible line says what was skipped, and why', async () => {
  expect(await lastLines({})).toEqual([
    'skipped: a.test.ts > There is no browser at /nowhere, which CHROMIUM names.',
    '0 passed, 0 failed, 1 skipped',
  ])
})

test('without a Chromium CI fails', async () => {
  expect((await lastLines({ CI: 'true' })).at(-1)).toBe('0 passed, 1 failed, 0 skipped')
})

test('a Chromium is found where Debian and others put it, unless one is named', () => {
  const only = (there: string) => (path: string) => path === there
  expect(findChromium('', only('/usr/bin/chromium'))).toEqual({ path: '/usr/bin/chromium' })
  expect(findChromium('', only('/usr/bin/google-chrome'))).toEqual({
    path: '/usr/bin/google-chrome',
  })
  expect(findChromium('/opt/chrome', () => true)).toEqual({ path: '/opt/chrome' })
  expect(findChromium('/opt/chrome', only('/usr/bin/chromium'))).toHaveProperty('missing')
  expect(findChromium('', () => false)).toHaveProperty('missing')
})
