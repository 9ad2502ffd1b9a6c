/**
 * Where a client stands in the feed. Every frame has an id of its own, `cursor~boot.counter`,
 * because the stock client drops frames whose id it has seen; only the part before `~` says
 * something to the server when it comes back.
 */
export interface Cursor {
  /** A transaction id of the database: everything that committed before it has been sent. */
  readonly horizon: string
  /** Which database the horizon belongs to; in another one it says nothing. */
  readonly epoch: string
}

const shape = /^(\d{1,20})\.([\w-]{1,64})(?:~.*)?$/s
const highest = 2n ** 64n - 1n

export function formatCursor({ horizon, epoch }: Cursor): string {
  return `${horizon}.${epoch}`
}

/** A cursor, or the id of a frame; nothing for anything that is neither. */
export function parseCursor(text: string): Cursor | undefined {
  const [, horizon, epoch] = shape.exec(text) ?? []
  if (!horizon || !epoch || BigInt(horizon) > highest) return undefined
  return { horizon, epoch }
}

/** The id of one frame; `boot` and `counter` make it unlike any other frame's. */
export function frameId(cursor: Cursor, boot: string, counter: number): string {
  return `${formatCursor(cursor)}~${boot}.${counter}`
}
