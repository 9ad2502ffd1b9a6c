/** What lies over the page, one at a time. Keys, commands and buttons all open it here. */
import { writable } from '@parley/client/readable'

export type Overlay = 'palette' | 'keys' | 'newConversation' | 'signOut'

const shown = writable<Overlay | undefined>(undefined)

export const overlay = { get: shown.get, subscribe: shown.subscribe }

export function show(next: Overlay): void {
  shown.set(next)
}

export function close(): void {
  shown.set(undefined)
}
