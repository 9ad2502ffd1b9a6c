import { expect, test, vi } from 'vitest'
import { outdated, watchReleases } from './outdated.ts'

const here = 'https://parley.test'
const extension = 'chrome-extension://abc/added.js'

/** A file of this page did not come, while the server hands out a page with these scripts. */
async function missing(own: string[], served: string[]): Promise<boolean> {
  const target = new EventTarget()
  const page = served.map(path => `<script type="module" src="${path}"></script>`).join('\n')
  vi.stubGlobal('location', new URL(here))
  vi.stubGlobal('document', { querySelectorAll: () => own.map(src => ({ src })) })
  vi.stubGlobal('addEventListener', target.addEventListener.bind(target))
  vi.stubGlobal('fetch', async () => ({ ok: true, text: async () => page }))
  watchReleases()
  target.dispatchEvent(new Event('vite:preloadError'))
  await new Promise(setImmediate) // after all that waits for nothing outside
  vi.unstubAllGlobals()
  return outdated.get()
}

test('another release is one in which any script of this page is missing, but for those that a browser added', async () => {
  const own = [`${here}/assets/begin-a.js`, `${here}/assets/first-a.js`]
  expect(await missing(own, ['/assets/begin-a.js', '/assets/first-a.js'])).toBe(false)
  expect(await missing([...own, extension], ['/assets/begin-a.js', '/assets/first-a.js'])).toBe(
    false,
  )
  expect(await missing(own, ['/assets/begin-a.js', '/assets/first-b.js'])).toBe(true)
})
