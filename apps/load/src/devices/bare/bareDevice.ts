/**
 * A device for high rates: one socket, and as little work for each frame as possible, so that
 * the cores are left to the server. Both kinds do the same: a string built by hand for what
 * goes out, one JSON.parse for what comes in.
 */
export interface BareDevice {
  /** The answer to a message of one's own is told when it is stored. */
  send(conversationId: string, text: string, onAcknowledged: () => void): void
  /** Anything else that is asked, in the words of the server at the other end. */
  ask(name: string, input?: unknown): Promise<unknown>
  /** How often what the feed did not bring had to be asked for. */
  heals(): number
  close(): Promise<void>
}

export interface BareOptions {
  url: string
  token: string
  /** A message came, in any of this person's conversations. */
  onDelivered(text: string): void
  onFailed(reason: unknown): void
}
