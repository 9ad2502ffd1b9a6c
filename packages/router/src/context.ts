import type { Core } from '@parley/core/core'
import { Refusal, refusalOf } from '@parley/core/refusal'
import type { Identity } from '@parley/core/tokens/identity'

/** The connection that a call came over, as the server sees it. */
export interface Connection {
  /** Resolves when what was written before has been taken by the network. */
  writable(): Promise<void>
  /** Counts the connection to a person; false when it is one too many. */
  admit(identity: Identity): Promise<boolean>
  /** The connection may live until then (milliseconds since 1970). */
  renew(expiresAt: number): void
  /** Whether nobody looks at it; a request speaks for the streams of its person and session. */
  setAway(away: boolean): void
  /** Whether it is there for as long as its peer is, and not for one answer. */
  readonly stays: boolean
  /** Calls it when the connection is gone, which may be at once. */
  onClosed(listener: () => void): void
}

/** What the server hands to every call. */
export interface Services {
  core: Core
  verify(token: string): Promise<Identity>
  /** Creates or refreshes the person in the database. */
  meet(identity: Identity): Promise<void>
  /** Whether a session of ours still stands. */
  isAlive(sessionId: string): Promise<boolean>
  messagesPerMinute: number
}

export interface Context extends Services {
  connection: Connection
  /** One object for the whole connection, because a token may be renewed while it lives. */
  session: { who: Who }
}

/** Who is calling, or why nobody is. */
type Who = { identity: Identity } | { refused: Refusal }

/** Makes the context of a connection. Never throws: whoever has no valid token is refused at each call. */
export async function createContext(
  services: Services,
  connection: Connection,
  token: string | undefined,
): Promise<Context> {
  const who = await identify(services, connection, token)
  // Last: V8 gives what begins with a spread a hidden class of its own, each time.
  return { connection, session: { who }, ...services }
}

async function identify(
  { verify, isAlive, meet }: Services,
  connection: Connection,
  token: string | undefined,
): Promise<Who> {
  if (token === undefined) {
    return { refused: new Refusal('UNAUTHENTICATED', 'This needs a token.') }
  }
  try {
    const identity = await verify(token)
    await mustBeAlive(identity, isAlive)
    await meet(identity)
    if (!(await connection.admit(identity))) {
      return { refused: new Refusal('TOO_MANY_CONNECTIONS', 'Too many devices are connected.') }
    }
    return { identity }
  } catch (error) {
    return { refused: refusalOf(error) }
  }
}

/** @throws Refusal `UNAUTHENTICATED` when the session behind a token of ours has ended */
export async function mustBeAlive(
  { sessionId }: Identity,
  isAlive: Services['isAlive'],
): Promise<void> {
  if (sessionId === undefined || (await isAlive(sessionId))) return
  throw new Refusal('UNAUTHENTICATED', 'This session has ended.')
}
