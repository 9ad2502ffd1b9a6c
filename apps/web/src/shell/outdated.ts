/**
 * Whether the server hands out another release than the one of this page. Files are named after
 * their content, so whatever this page did not fetch yet may be gone there.
 */
import { writable } from '@parley/client/readable'

const isOutdated = writable(false)
export const outdated = { get: isOutdated.get, subscribe: isOutdated.subscribe }

export function watchReleases(): void {
  addEventListener('vite:preloadError', () => void look().catch(() => undefined)) // offline, then
}

async function look(): Promise<void> {
  const scripts = document.querySelectorAll<HTMLScriptElement>('script[type="module"][src]')
  const answer = await fetch('/', { cache: 'no-store' })
  if (!answer.ok) return
  const page = await answer.text()
  const isThere = ({ origin, pathname }: URL) =>
    origin !== location.origin || page.includes(pathname) // extensions of browsers add theirs
  if (![...scripts].map(({ src }) => new URL(src)).every(isThere)) isOutdated.set(true)
}
