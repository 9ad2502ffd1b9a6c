/** The Chromium that shows the app: the machine's own, since none is downloaded. */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = ['chromium', 'chromium-browser', 'google-chrome'].map(name => `/usr/bin/${name}`)

// Without a sandbox, since this may run as root; without what talks to the world.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export function findChromium(named = process.env.CHROMIUM): string | undefined {
  return (named ? [named] : places).find(path => existsSync(path))
}

export async function launchChromium(path: string) {
  const browser: Browser = await chromium.launch({ executablePath: path, args })
  return { browser, [Symbol.asyncDispose]: () => browser.close() }
}
