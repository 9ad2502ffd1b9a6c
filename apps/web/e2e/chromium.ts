/**
 * The Chromium that the browser tests drive: the machine's own, since none is downloaded.
 * Without one they are a visible skipped line, and with `CI=true` a failure.
 */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { test } from 'vitest'

const places = ['chromium', 'chromium-browser', 'google-chrome'].map(name => `/usr/bin/${name}`)

// Without a sandbox, since the tests may run as root; without what talks to the world.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

interface Environment {
  CHROMIUM?: string | undefined
  CI?: string | undefined
}

/** @returns where it is, or the sentence that says why there is nothing to try */
export function findChromium(
  { CHROMIUM, CI }: Environment,
  isThere: (path: string) => boolean = existsSync,
): { path: string } | { missing: string } {
  const path = (CHROMIUM ? [CHROMIUM] : places).find(isThere)
  if (path) return { path }
  const missing = CHROMIUM
    ? `There is no browser at ${CHROMIUM}, which CHROMIUM names.`
    : 'There is no Chromium on this machine: install one (apt-get install chromium), or name it in CHROMIUM.'
  if (CI === 'true') throw new Error(missing)
  return { missing }
}

/** Tests that need a browser. Where there is none, one skipped test says so in their place. */
export function withChromium(tests: () => void): void {
  const found = findChromium(process.env)
  if ('path' in found) tests()
  else test.skip(found.missing, () => {})
}

export function launchChromium(): Promise<Browser> {
  const found = findChromium(process.env)
  if ('missing' in found) throw new Error(found.missing)
  return chromium.launch({ executablePath: found.path, args })
}
