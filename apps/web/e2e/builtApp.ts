/**
 * Before the browser tests: the app that the server hands out is built from the sources that
 * are there now. Once for all of them, since they run side by side.
 */
import { fileURLToPath } from 'node:url'
import { findChromium } from './chromium.ts'

const launcher = fileURLToPath(new URL('../../server/launch/build.mjs', import.meta.url))

export default async function setUp(): Promise<void> {
  if ('missing' in findChromium()) return
  const { buildIfNeeded }: { buildIfNeeded: () => Promise<void> } = await import(launcher)
  await buildIfNeeded()
}
