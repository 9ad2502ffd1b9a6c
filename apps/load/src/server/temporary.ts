import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cleanUpOnce } from './cleanUp.ts'

/** A directory that is gone when it has been used. */
export async function temporaryDirectory() {
  const path = await mkdtemp(join(tmpdir(), 'parley-bench-'))
  // Passable, since the embedded Postgres runs as another user where we are root.
  await chmod(path, 0o711)
  const remove = () => rm(path, { recursive: true, force: true, maxRetries: 3 })
  return { path, [Symbol.asyncDispose]: cleanUpOnce(remove) }
}
