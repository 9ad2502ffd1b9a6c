/** The example of a foreign page, built and served from an origin of its own, as its README says. */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { hostSecret } from './hosted.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const example = join(root, 'apps/example')
const vite = join(
  dirname(createRequire(import.meta.url).resolve('vite/package.json')),
  'bin/vite.js',
)
const run = promisify(execFile)

/** @param parley where the page finds Parley, which has to allow `http://127.0.0.1:<port>` */
export async function exampleSite(parley: string, port: number) {
  const outDir = await mkdtemp(join(tmpdir(), 'parley-example-'))
  const env = { PATH: process.env.PATH, VITE_PARLEY_URL: parley, ...hostSecret }
  const styles = join(root, 'packages/react/build/parleyCss.ts')
  await run(process.execPath, ['--import', 'tsx', styles], { cwd: root, env })
  await run(process.execPath, [vite, 'build', '--outDir', outDir], { cwd: example, env })

  const args = ['preview', '--outDir', outDir, '--host', '127.0.0.1', '--port', `${port}`]
  const site = spawn(process.execPath, [vite, ...args], { cwd: example, env, stdio: 'pipe' })
  const ended = once(site, 'exit').then(([code]) => {
    throw new Error(`The example ended with ${code}.`)
  })
  ended.catch(() => {}) // later it may end as it likes
  await Promise.race([once(site.stdout, 'data'), ended])
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      site.kill()
      await rm(outDir, { recursive: true })
    },
  }
}
