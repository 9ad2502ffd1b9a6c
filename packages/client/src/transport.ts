/**
 * What the client needs of a network: one line to the server, calls over it, and the feed of
 * changes. When to open and to drop the line is decided in `connection.ts`, not here.
 */
import type { Change } from '@parley/protocol/change'
import type {
  AddPeopleInput,
  ChangesSinceInput,
  EditInput,
  HistoryInput,
  ListInput,
  OpenInput,
  PositionInput,
  ReactInput,
  RemovePersonInput,
  RenameInput,
  SendInput,
  SetMineInput,
  SetTypingInput,
} from '@parley/protocol/chatInputs'
import type { Conversation } from '@parley/protocol/conversation'
import type { Message } from '@parley/protocol/message'
import type { Participant } from '@parley/protocol/participant'
import type { Presence } from '@parley/protocol/presence'
import type { Reason } from '@parley/protocol/reasons'
import type { Typing } from '@parley/protocol/typing'
import type { Listener } from './keepFollowing.ts'
import type { Refused } from './refused.ts'

/** Each rejects with `Refused` or `Unanswered`, and with nothing else. */
export interface Calls {
  list(input: ListInput): Promise<{ items: Conversation[]; nextCursor?: string | undefined }>
  get(input: { conversationId: string }): Promise<Conversation>
  history(input: HistoryInput): Promise<{ messages: Message[]; version: number }>
  changesSince(
    input: ChangesSinceInput,
  ): Promise<{ changes: Change[]; version: number; complete: boolean }>
  open(input: OpenInput): Promise<Conversation>
  send(input: SendInput): Promise<Message>
  edit(input: EditInput): Promise<Message>
  remove(input: { messageId: string }): Promise<Message>
  react(input: ReactInput): Promise<Message>
  markRead(input: PositionInput): Promise<void>
  markDelivered(input: PositionInput): Promise<void>
  setMine(input: SetMineInput): Promise<Participant>
  addPeople(input: AddPeopleInput): Promise<Conversation>
  removePerson(input: RemovePersonInput): Promise<void>
  leave(input: { conversationId: string }): Promise<void>
  rename(input: RenameInput): Promise<Conversation>
  setTyping(input: SetTypingInput): Promise<void>
  /** Of this connection. */
  setAway(input: { away: boolean }): Promise<void>
  renewToken(input: { token: string }): Promise<{ expiresAt: string }>
  /** Of this person, on that server. */
  limits(): Promise<{ messagesPerMinute: number }>
}

export type LineEvent =
  /** Calls may go out. Whether the server accepts the token is not known yet. */
  | { type: 'opened' }
  /** The line is gone or could not be opened; every call over it has failed. */
  | { type: 'lost'; reason?: Reason | undefined }
  /** The server asks to move to a new line; the present one serves until that one is open. */
  | { type: 'moving' }
  /** There is another line than before, or another token on it: the feed is to be asked for again. */
  | { type: 'switched' }

export interface FeedListener {
  frame(id: string, changes: Change[]): void
  /** The feed ended while the line goes on. */
  ended(refusal: Refused | undefined): void
}

/** What the line is: a WebSocket, or, where a network blocks them, requests and server-sent events. */
export type Via = 'socket' | 'http'

export interface Transport {
  readonly calls: Calls
  via(): Via
  listen(listener: (event: LineEvent) => void): void
  /** Opens a line with this token; how it went comes as an event. */
  open(token: string): void
  /** Gives the line up at once, whatever the other side does. No event follows. */
  drop(): void
  /** @returns what ends the feed; after it, and after a lost line, the listener hears nothing */
  changes(cursor: string | undefined, listener: FeedListener): () => void
  /** The same for what is never stored: whether people are there, the present state of each first. */
  presence(userIds: readonly string[], listener: Listener<Presence>): () => void
  /** Who types in a conversation. Over requests nothing is heard of it. */
  typing(conversationId: string, listener: Listener<Typing>): () => void
  close(): void
}
