/**
 * Where what one person holds outlives the page. A store knows rows and transactions and
 * nothing of when to keep what: that is decided in `cacheKeeper.ts` and `outboxKeeper.ts`.
 */
import type { Replica } from '@parley/protocol/replica/replica'
import type { Outgoing } from '../outbox.ts'
import type { Place } from '../place.ts'

export interface Store {
  /** What is kept and makes sense. Rejects where nothing can be kept. */
  read(): Promise<Kept>
  /** All of it in one transaction, after the writes before it. */
  write(writing: Writing): Promise<void>
  /**
   * The last word on a message that is about to be written is there from this moment on, since the
   * page may be left before, which undoes a write that has not ended. Nothing: it is dropped.
   */
  note(clientId: string, row: KeptOutgoing | undefined): void
  /** What is noted and not written yet; what is read has it as well. */
  noted(): readonly KeptOutgoing[]
  /** Forgets everything of this person, for good. */
  wipe(): Promise<void>
  close(): void
}

export interface Kept {
  /** All or nothing: a cursor without its rows would hide what changed. */
  cache: KeptCache | undefined
  outbox: readonly KeptOutgoing[]
  /** Something was kept that could not be read, and was thrown away. */
  damaged: boolean
}

export interface KeptCache {
  head: CacheHead
  conversations: readonly KeptConversation[]
}

/** What belongs to all the conversations together. */
export interface CacheHead {
  /** Where the feed continues: everything before it has entered the rows, or is wanted. */
  cursor: string
  /** Conversations that the feed told of and that were not read yet. */
  wanted: readonly string[]
  /** There are more conversations than these. */
  hasMore: boolean
  /** Down to where none is missing between these. */
  reach?: Place | undefined
  /** Milliseconds since 1970. */
  savedAt: number
}

export interface KeptConversation {
  replica: Replica
  /** When it was last on the screen, in milliseconds since 1970; 0 for never. */
  openedAt: number
  /** How far was read on this device; the row may not show it yet. */
  readHere: number
}

export interface KeptOutgoing {
  conversationId: string
  message: Outgoing
}

/** What stands in for a store from the moment of a word on until it is written. */
export interface OutboxNotes {
  /** The last word on a message; nothing when it was dropped. */
  note(clientId: string, row: KeptOutgoing | undefined): void
  /** What cannot be read is thrown away. */
  noted(): { rows: KeptOutgoing[]; damaged: boolean }
  /** It is written so; another word may have been noted since. */
  written(row: KeptOutgoing): void
  forgetAll(): void
}

export interface Writing {
  cache?: CacheWriting | undefined
  outbox?: { put: readonly KeptOutgoing[]; drop: readonly string[] } | undefined
}

interface CacheWriting {
  /** Nothing of what was kept before stays. */
  clear: boolean
  /** Without one there is no cache afterwards. */
  head: CacheHead | undefined
  put: readonly KeptConversation[]
  drop: readonly string[]
}
