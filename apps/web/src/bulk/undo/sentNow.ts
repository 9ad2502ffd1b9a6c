/**
 * The broadcast that was sent a moment ago and can still be taken back. Outside of its screen,
 * since one may go anywhere meanwhile; when the tab is closed, it goes out.
 */
import type { Client } from '@parley/client/client'
import { writable } from '@parley/client/readable'
import type { Broadcast } from '@parley/protocol/bulk'

export interface SentNow {
  /** Whose it is: somebody else may sign in. */
  client: Client
  broadcast: Broadcast
  /** Until when, by this device's clock. */
  until: number
  /** Puts what was composed back, unless another one was begun; says whether it did. */
  restore: () => boolean
}

const now = writable<SentNow | undefined>(undefined)
let forgetting: ReturnType<typeof setTimeout> | undefined

export const sentNow = { get: now.get, subscribe: now.subscribe }

export function offerUndo(sent: SentNow): void {
  clearTimeout(forgetting)
  forgetting = setTimeout(endUndo, sent.until - Date.now())
  now.set(sent)
}

export function endUndo(): void {
  clearTimeout(forgetting)
  now.set(undefined)
}
