/** Leaves nothing of a person on this device: rows, what waits, drafts. */
import { wipeDatabase } from './keep/indexedDbStore.ts'
import { createOutboxNotes } from './keep/outboxNotes.ts'
import { browserStorage, type DraftStorage, forgetKeepsakes } from './keepsake.ts'

interface Person {
  /** The server's http origin. */
  url: string
  userId: string
}

/** For when there is no client of theirs; otherwise call its `forget`. */
export async function forgetPerson(person: Person): Promise<void> {
  forgetDrafts(browserStorage(), person.userId)
  createOutboxNotes(browserStorage(), person).forgetAll()
  if (typeof indexedDB !== 'undefined') await wipeDatabase(person)
}

export function draftKey(userId: string, conversationId = ''): string {
  return `parley.draft.${userId}.${conversationId}`
}

export function forgetDrafts(storage: DraftStorage | undefined, userId: string): void {
  forgetKeepsakes(storage, draftKey(userId))
}
