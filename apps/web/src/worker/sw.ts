/**
 * The service worker: opens the app without a network. It answers for the files of the build
 * and for pages, and leaves everything else alone, above all what the server says.
 * Where the browser wakes it for that, it sends what waits.
 */
import { outboxTag } from '../offline/outboxTag.ts'
import { sendOutbox } from './sendOutbox.ts'
import { createShell, type Shell } from './shell.ts'

declare const self: ServiceWorkerGlobalScope
/** Put here by the build. */
declare const __SHELL__: Shell

const shell = createShell(__SHELL__)
const ofTheServer = /^\/(trpc|auth|healthz|readyz|metrics)(\/|$)/

self.addEventListener('install', event => {
  event.waitUntil(shell.keep().then(() => self.skipWaiting()))
})

self.addEventListener('activate', event => {
  event.waitUntil(shell.tidy().then(() => self.clients.claim()))
})

self.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || ofTheServer.test(pathname)) return
  if (request.mode === 'navigate') event.respondWith(shell.page(request))
  else if (shell.has(pathname)) event.respondWith(shell.file(request))
})

// Not in every browser, and so not among the types.
self.addEventListener('sync', event => {
  const isOurs = 'tag' in event && event.tag === outboxTag
  if (isOurs && event instanceof ExtendableEvent) event.waitUntil(sendOutbox())
})
