/**
 * The Chromium that the browser tests drive: the machine's own, since none is downloaded.
 * Without one they are a visible skipped line, and with `CI=true` a failure.
 */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { expect, test } from 'vitest'

const places = ['chromium', 'chromium-browser', 'google-chrome'].map(name => `/usr/bin/${name}`)

/**
 * Chromium heeds one such list, so this one repeats what Playwright turns off; two panes under
 * the address bar, which nobody sees here and which cost each window half a second of a core; and
 * a process in reserve for a page that may come.
 */
const disabled = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'SpareRendererForSitePerProcess',
  'ThirdPartyStoragePartitioning',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
]

// Without a sandbox, since the tests may run as root; without what talks to the world.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${disabled.join()}`,
]

/** @returns where it is, or the sentence that says why nothing was tried */
export function findChromium(
  named = process.env.CHROMIUM,
  isThere: (path: string) => boolean = existsSync,
): { path: string } | { missing: string } {
  const path = (named ? [named] : places).find(isThere)
  if (path) return { path }
  return {
    missing: named
      ? `There is no browser at ${named}, which CHROMIUM names.`
      : 'There is no Chromium on this machine: install one (apt-get install chromium), or name it in CHROMIUM.',
  }
}

/** Tests that need a browser. Where there is none, one test says so in place of them all. */
export function withChromium(tests: () => void): void {
  const found = findChromium()
  if ('path' in found) tests()
  else if (process.env.CI !== 'true') test.skip(found.missing)
  else test(found.missing, () => expect.fail(found.missing))
}

export function launchChromium(): Promise<Browser> {
  const found = findChromium()
  if ('missing' in found) throw new Error(found.missing)
  return chromium.launch({ executablePath: found.path, args })
}
