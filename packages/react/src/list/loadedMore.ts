import type { Client } from '@parley/client/client'

/** The list of conversations, or the archive: what is loaded, and more of it. */
export interface Source {
  conversations: Pick<Client['conversations'], 'get' | 'subscribe'>
  loadMore: () => Promise<void>
}

/**
 * Loads the next page, and tells whether it came: one that is refused says so only by bringing
 * nothing. So does waiting for one that was on its way already, hence the second attempt.
 */
export async function loadedMore({ conversations, loadMore }: Source): Promise<boolean> {
  for (const _attempt of [1, 2]) {
    const before = conversations.get().items.length
    await loadMore()
    const { items, hasMore } = conversations.get()
    if (!hasMore || items.length !== before) return true
  }
  return false
}
