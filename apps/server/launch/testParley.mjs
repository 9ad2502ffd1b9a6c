// Everything that has to be right, from a fresh clone.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { buildIfNeeded } from './build.mjs'
import { installIfNeeded } from './install.mjs'
import { pnpm } from './pnpm.mjs'
import { giveUp } from './step.mjs'

try {
  await installIfNeeded()
  await buildIfNeeded()
  console.log('Checking format, lint, types and unused code, then running the tests ...')
  // About a failure pnpm adds nothing: the last line is the test run's own.
  const [program, args, options] = pnpm(['run', 'check'], { npm_config_loglevel: 'silent' })
  const [code] = await once(spawn(program, args, { ...options, stdio: 'inherit' }), 'close')
  process.exitCode = code ?? 1
} catch (error) {
  giveUp(error)
}
