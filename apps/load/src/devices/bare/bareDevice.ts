/**
 * A device for high rates: one socket, and as little work for each frame as possible, so that
 * the cores are left to the server. Both kinds do the same: a string built by hand for what
 * goes out, one JSON.parse for what comes in.
 */
export interface BareDevice {
  send(conversationId: string, text: string, on: OnAnswer): void
  /** Anything else that is asked, in the words of the server at the other end. */
  ask(name: string, input?: unknown): Promise<unknown>
  /** What changes something at the other end. */
  act(name: string, input?: unknown): Promise<unknown>
  /** How often what the feed did not bring had to be asked for. */
  heals(): number
  close(): Promise<void>
}

interface OnAnswer {
  /** It is stored. */
  acknowledged(): void
  /** The server did not take it, and said so. */
  refused(reason: unknown): void
}

export interface BareOptions {
  url: string
  token: string
  /** A message came, in any of this person's conversations. */
  onDelivered(text: string): void
  onFailed(reason: unknown): void
}
