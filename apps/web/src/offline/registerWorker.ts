/**
 * Has the service worker installed, once the page has come and does not wait for anything. Not
 * while developing: there every file changes under it.
 */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const register = () =>
    navigator.serviceWorker.register('/sw.js').catch(() => {
      // Not allowed, or the server is away: the app needs a network then, as it did before.
    })
  if (document.readyState === 'complete') void register()
  else addEventListener('load', register, { once: true })
}
