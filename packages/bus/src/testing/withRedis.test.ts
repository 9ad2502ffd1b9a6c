import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { findRedisServer } from './redisServer.ts'

const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url))
const closingLine = fileURLToPath(new URL('../../../../.config/closingLine.ts', import.meta.url))
const withRedis = fileURLToPath(new URL('./withRedis.ts', import.meta.url))

/** How a run over one file with tests on Redis ends on a machine without it. */
async function lastLines(env: Record<string, string>): Promise<string[]> {
  const root = await mkdtemp(join(tmpdir(), 'parley-redisless-'))
  onTestFinished(() => rm(root, { recursive: true }))
  const file = `import { withRedis } from '${withRedis}'; withRedis(() => { test('in it', () => {}) })`
  await writeFile(join(root, 'a.test.ts'), file)
  const args = ['run', '--root', root, '--globals', `--reporter=${closingLine}`]
  return new Promise(resolve => {
    const options = { env: { PATH: process.env.PATH, REDIS_SERVER: '/nowhere', ...env } }
    execFile(process.execPath, [vitest, ...args], options, (_error, stdout) =>
      resolve(stdout.trimEnd().split('\n').slice(-2)),
    )
  })
}

test('without a redis-server a visible line says what was skipped, and with CI it is a failure', async () => {
  const [here, inCi] = await Promise.all([lastLines({}), lastLines({ CI: 'true' })])
  expect(here).toEqual([
    'skipped: a.test.ts > There is no redis-server at /nowhere, which REDIS_SERVER names.',
    '0 passed, 0 failed, 1 skipped',
  ])
  expect(inCi.at(-1)).toBe('0 passed, 1 failed, 0 skipped')
})

test('a redis-server is found where the machine looks for programs, unless one is named', () => {
  expect(findRedisServer('', '/nowhere')).toHaveProperty('missing')
  expect(findRedisServer(process.execPath, '/nowhere')).toEqual({ path: process.execPath })
})
