/**
 * Before the browser tests: the app that the server hands out is built from the sources that
 * are there now, and a database with the demo people is made, of which each server takes a copy.
 * Once for all of them, since they run side by side.
 */
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { findChromium } from './chromium.ts'
import { startServer } from './server.ts'

const launcher = fileURLToPath(new URL('../../server/launch/build.mjs', import.meta.url))

export default async function setUp(project: TestProject) {
  if ('missing' in findChromium()) return
  const { buildIfNeeded }: { buildIfNeeded: () => Promise<void> } = await import(launcher)
  await buildIfNeeded()
  const first = await startServer()
  await first.stop('SIGTERM')
  project.provide('demoData', first.dataDir)
  return () => first[Symbol.asyncDispose]()
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The data of a Parley that was started once. */
    demoData: string
  }
}
