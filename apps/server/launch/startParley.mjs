// From a fresh clone to a running Parley. What is already there is not made again.

import { buildIfNeeded } from './build.mjs'
import { installIfNeeded } from './install.mjs'
import { root } from './root.mjs'
import { giveUp } from './step.mjs'

await installIfNeeded().catch(giveUp)

// From here on this process is the server: signals reach it and its exit code is npm's, with
// nobody in between. tsx is there only now that the packages are installed. The web app is
// built, where it must be, while everything else starts.
const app = buildIfNeeded()
app.catch(() => {}) // the server says so
process.chdir(root)
process.env.NODE_ENV ??= 'production'
const { register } = await import('tsx/esm/api')
register()
const { run } = await import('../src/run.ts')
await run(app)
