/** The other tabs of the same person in this browser. */
export interface Tabs {
  /**
   * One tab at a time has a role. Asks for it, and again after it was taken away.
   *
   * @returns what takes it from whoever has it
   */
  want(role: Role, change: (isMine: boolean) => void): () => void
  /** Tells all other tabs; a tab of another release may be among them. */
  tell(message: unknown): void
  listen(listener: (message: unknown) => void): void
  close(): void
}

/** Who sends what waits, who keeps the cache, and who makes sounds. */
export type Role = 'outbox' | 'cache' | 'sound'

/** Where nobody else can be, or nobody can be heard of: every role is one's own. */
export function alone(): Tabs {
  return {
    want(_role, change) {
      change(true)
      return () => {}
    },
    tell() {},
    listen() {},
    close() {},
  }
}
