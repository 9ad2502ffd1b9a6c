// Builds the web app, if its sources are not the ones that it was built from.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, isUpToDate, remember } from './fingerprint.mjs'
import { root } from './root.mjs'
import { explain, lastLines, run, step } from './step.mjs'

// Vite empties the folder before it writes to it, and so takes back the mark of the last build.
const marker = 'apps/web/dist/.built-from'
const sources = ['apps/web', 'packages', 'pnpm-lock.yaml', 'tsconfig.base.json']

export async function buildIfNeeded() {
  const current = fingerprint(sources)
  if (isUpToDate(marker, current)) return
  await step('Building the web app', async () => {
    const web = join(root, 'apps', 'web')
    const vite = join(web, 'node_modules', 'vite', 'bin', 'vite.js')
    const { hasFailed, output } = await run(process.execPath, [vite, 'build'], {
      cwd: web,
      env: { ...process.env, NODE_ENV: 'production' },
    })
    if (hasFailed || !existsSync(join(web, 'dist', 'index.html')))
      throw explain(
        `${lastLines(output)}\nThe web app could not be built: correct what is shown above and start again.`,
      )
    remember(marker, current)
  })
}
