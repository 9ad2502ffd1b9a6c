/**
 * Has the service worker installed, which fetches all of the app: to be called when the page waits
 * for nothing any more. Not while developing: there every file changes under it.
 */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  navigator.serviceWorker.register('/sw.js').catch(() => {
    // Not allowed, or the server is away: the app needs a network then, as it did before.
  })
}
