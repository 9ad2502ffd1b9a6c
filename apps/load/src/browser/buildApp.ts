import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../root.ts'

/** As the launcher does it: only when its sources have changed. */
export async function buildApp(): Promise<void> {
  const launcher = pathToFileURL(join(root, 'apps/server/launch/build.mjs')).href
  const { buildIfNeeded }: { buildIfNeeded: () => Promise<void> } = await import(launcher)
  await buildIfNeeded()
}
