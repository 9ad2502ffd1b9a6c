/** One conversation of a client: what its screen reads and does. */
import type { ConversationView } from './conversationView.ts'
import type { AddingOptions } from './groupActs.ts'
import type { Cancellable } from './insist.ts'
import type { Wishes } from './mine.ts'
import type { Readable } from './readable.ts'
import type { Draft } from './sending.ts'

export interface ConversationHandle {
  readonly id: string
  readonly view: Readable<ConversationView>
  /** While it is on the screen: loads its history, also again after everything was dropped. @returns what ends it */
  watch(): () => void
  /** Extends the part that is shown; rejects with `Refused`. */
  loadOlder(): Promise<void>
  /** Extends the part that is shown towards the newest message, until it is `latest`; rejects with `Refused`. */
  loadNewer(): Promise<void>
  /**
   * Shows the messages around this one, loading them unless they are loaded; where it does not
   * exist, those nearest to it. Resolves when they are shown, or when something else is looked
   * at meanwhile; rejects with `Refused`.
   */
  lookAt(seq: number): Promise<void>
  /** Shows the newest messages again. */
  lookAtLatest(): void
  /** Shown at once; how it goes stands in the view. */
  send(draft: Draft): void
  retry(clientId: string): void
  /** Sends everything again that failed here. */
  retryAll(): void
  discard(clientId: string): void
  /** Shown at once; rejects with `Refused`, and is undone, when the server says no. */
  edit(messageId: string, text: string, mentions?: readonly string[]): Promise<void>
  react(messageId: string, emoji: string, on: boolean): Promise<void>
  /** Sent after five seconds in which it can be undone. */
  remove(messageId: string): Promise<void>
  undoRemove(messageId: string): void
  /** Somebody begins to look at it: takes away the mark that they had set as unread. */
  look(): void
  /** The highest message that was seen. */
  markRead(seq: number): void
  setMine(wishes: Wishes): Promise<void>
  /**
   * These reject with `Refused` when the server says no, and show when it has answered. Until
   * they go out they can be called off, and reject with `Unwanted`.
   *
   * @returns the id of the conversation that they are in now: to a pair nobody can be added,
   *   so that opens a group
   */
  addPeople(userIds: readonly string[], options?: AddingOptions): Promise<string>
  removePerson(userId: string, options?: Cancellable): Promise<void>
  /** It disappears from the list; its screen says `missing`. */
  leave(options?: Cancellable): Promise<void>
  /** Without a title it is named after its people. */
  rename(title: string | undefined, options?: Cancellable): Promise<void>
}
