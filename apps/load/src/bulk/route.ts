/** How a contractor writes to many at once through each server, and what it says of it. */
import type { Contestant } from '../versus/contestant.ts'

export interface Route {
  contestant: Contestant
  /** What everybody is written, after a tag of its own. */
  text: string
  /** What one of them should read then. */
  textFor(userId: string): string
  /** Somebody with the app open, who is told of their own messages as well. */
  open(senderId: string, onFailed: (reason: unknown) => void): Promise<Sender>
  /** What its database holds of a contractor's messages with this tag. */
  stored(senderId: string, tag: string): Promise<Stored[]>
}

interface Sender {
  /** Resolves when it is over for everybody. */
  broadcast(userIds: string[], text: string): Promise<Finished>
  /** How many messages of this tag the contractor's own device was told of. */
  own(tag: string): number
  close(): Promise<void>
}

export interface Finished {
  id: string
  /** To whom the server says that it has sent it. */
  reported(): Promise<string[]>
}

export interface Stored {
  userId: string
  text: string
  /** When it was written, in milliseconds since 1970. */
  at: number
}

export const wordsToAll =
  'I have a place free on Tuesday between nine and eleven, and thought of your kitchen. Shall I keep it for you?'

/** Counts, for each tag, what a device of the contractor's own is told. */
export function countOwn() {
  const counts = new Map<string, number>()
  return {
    onDelivered(text: string): void {
      const tag = tagOf(text)
      counts.set(tag, (counts.get(tag) ?? 0) + 1)
    },
    own: (tag: string) => counts.get(tag) ?? 0,
  }
}

export function tagOf(text: string): string {
  return text.slice(0, text.indexOf(' '))
}
