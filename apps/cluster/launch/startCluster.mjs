import { buildIfNeeded } from '../../server/launch/build.mjs'
import { installIfNeeded } from '../../server/launch/install.mjs'
import { root } from '../../server/launch/root.mjs'
import { giveUp } from '../../server/launch/step.mjs'

try {
  await installIfNeeded()
  await buildIfNeeded()
} catch (error) {
  giveUp(error)
}
process.chdir(root)
process.env.NODE_ENV ??= 'production'
// Only now is tsx there.
const { register } = await import('tsx/esm/api')
register()
await import('../src/main.ts')
