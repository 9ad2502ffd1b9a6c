// pnpm, at the version that package.json names, without anybody having to install it.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** As `run` and `spawn` take it. */
export function pnpm(args, env = {}) {
  const inherited = { ...process.env }
  // Told that this is production, pnpm would leave out what the build needs.
  for (const name of ['NODE_ENV', 'npm_config_omit', 'npm_config_production'])
    delete inherited[name]
  const options = {
    cwd: root,
    env: { ...inherited, npm_config_update_notifier: 'false', ...env },
    // On Windows npx is a batch file.
    shell: process.platform === 'win32',
  }
  return ['npx', ['-y', packageManager, ...args], options]
}
