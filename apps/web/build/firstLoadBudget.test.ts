import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { expect, onTestFinished, test } from 'vitest'
import { firstLoadBudget } from './firstLoadBudget.ts'

/** So many characters that gzip can make nothing of, as half as many bytes. */
const noise = (length: number) =>
  `export const noise = '${randomBytes(length / 2).toString('hex')}'\n`

async function pageOf(first: number, later: number): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'parley-budget-'))
  onTestFinished(() => rm(root, { recursive: true }))
  const page = '<script type="module" src="/main.js"></script>'
  const main =
    'import { noise } from "./first.js"; console.log(noise); import("./later.js").then(console.log)'
  await writeFile(join(root, 'index.html'), page)
  await writeFile(join(root, 'main.js'), main)
  await writeFile(join(root, 'first.js'), noise(first))
  await writeFile(join(root, 'later.js'), noise(later))
  return root
}

function built(root: string) {
  const plugins = [firstLoadBudget({ kibibytes: 10 })]
  return build({ configFile: false, logLevel: 'silent', root, plugins, build: { write: false } })
}

test('a first load above the budget fails the build, what is fetched later does not count', async () => {
  await built(await pageOf(10_000, 100_000))
  await expect(built(await pageOf(30_000, 0))).rejects.toThrow(/first load: 1\d\.\d of 10 KiB/)
})
