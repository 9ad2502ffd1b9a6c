/**
 * One connection of this node: whose it is, since when, and when it has to end.
 *
 * A socket always has an end in sight: a moment of silence at first, then the time it takes
 * to learn whose it is, then the end of the token.
 *
 * A person is there as long as a connection of theirs is that stays: a socket, or a request that
 * streams.
 */
import { randomUUID } from 'node:crypto'
import type { Attended } from '@parley/core/presence/attending'
import type { Identity } from '@parley/core/tokens/identity'
import { addressGroup } from './address.ts'
import { policyViolation } from './guardedSocket.ts'
import type { Limits } from './limits.ts'
import type { ClosedBecause } from './metrics.ts'

/** Our own close code for "get a fresh token and come again". */
const unauthenticated = 4401
const tryAgainLater = 1013

export type Ending = {
  code: number
  reason: 'SILENT' | 'UNAUTHENTICATED' | 'TOO_MANY_CONNECTIONS' | 'UNAVAILABLE'
  cause: ClosedBecause
}

export const endings = {
  silence: { code: policyViolation, reason: 'SILENT', cause: 'silence' },
  anonymous: { code: unauthenticated, reason: 'UNAUTHENTICATED', cause: 'unauthenticated' },
  expired: { code: unauthenticated, reason: 'UNAUTHENTICATED', cause: 'expired' },
  revoked: { code: unauthenticated, reason: 'UNAUTHENTICATED', cause: 'revoked' },
  tooMany: { code: policyViolation, reason: 'TOO_MANY_CONNECTIONS', cause: 'connections' },
  /** By an administrator: the device may come back. */
  ended: { code: tryAgainLater, reason: 'UNAVAILABLE', cause: 'ended' },
  undecided: { code: tryAgainLater, reason: 'UNAVAILABLE', cause: 'unavailable' },
} as const satisfies Record<string, Ending>

/** What a connection runs on. */
export type Line = {
  transport: 'ws' | 'http'
  /** Whether it is there for as long as its peer is, and not for one answer. */
  stays: () => boolean
  address: string
  queuedBytes: () => number
  /** Resolves once nothing is backed up, or the reader is gone. */
  writable: () => Promise<void>
  end: (ending: Ending) => void
  /** Called now and then, for who has to find out whether anybody is still there. */
  keepAlive?: () => void
  /** Asks the peer for a sign of life and resolves when there is one. */
  ask?: (signal: AbortSignal) => Promise<void>
}

/** What a connection needs of all the others. */
export interface Registry {
  /** Counts it to a person; nothing when that is one too many. */
  attend(connection: Connection, identity: Identity): Promise<Attended | undefined>
  /** Told when it has become somebody's. */
  admitted(connection: Connection, identity: Identity): void
  /** The requests of a person and session that stream. */
  streamsOf(identity: Identity): Connection[]
}

export class Connection {
  readonly id = randomUUID()
  readonly since = Date.now()
  readonly #line: Line
  readonly #limits: Limits
  readonly #registry: Registry
  /** What limits count its address by. */
  readonly group: string
  #identity: Identity | undefined
  #attended: Attended | undefined
  #isRefused = false
  #isOver = false
  #isAway = false
  readonly #onClosed: (() => void)[] = []
  #endsAt: number
  #ending: Ending = endings.silence

  constructor(line: Line, limits: Limits, registry: Registry) {
    this.group = addressGroup(line.address)
    this.#line = line
    this.#limits = limits
    this.#registry = registry
    // A request has no silence to break: it ends by itself.
    this.#endsAt = line.transport === 'ws' ? this.since + limits.silenceMs : Infinity
  }

  get transport() {
    return this.#line.transport
  }

  get address() {
    return this.#line.address
  }

  get stays() {
    return this.#line.stays()
  }

  get isAway() {
    return this.#isAway
  }

  get identity() {
    return this.#identity
  }

  queuedBytes(): number {
    return this.#line.queuedBytes()
  }

  /** Resolves once nothing is backed up, or the reader is gone. */
  writable(): Promise<void> {
    return this.#line.writable()
  }

  /**
   * Says whose this connection is. False: that person has too many, so its calls are to be
   * answered `TOO_MANY_CONNECTIONS`; it is closed shortly after.
   */
  async admit(identity: Identity): Promise<boolean> {
    if (this.#identity !== undefined) return this.#identity.userId === identity.userId
    const attended = this.#isOver ? undefined : await this.#registry.attend(this, identity)
    // It may have gone while the other nodes were asked.
    if (this.#isOver || attended === undefined) {
      attended?.leave()
      this.#isRefused = true
      this.#endIn(this.#limits.refusedMs, endings.tooMany)
      return false
    }
    this.#attended = attended
    this.#identity = identity
    this.#endsAt = identity.expiresAt
    this.#ending = endings.expired
    this.#registry.admitted(this, identity)
    return true
  }

  /** Nobody looks at it, or somebody does again. A request speaks for those that stream. */
  setAway(away: boolean): void {
    if (this.#identity === undefined) return
    if (!this.stays) {
      for (const stream of this.#registry.streamsOf(this.#identity)) stream.setAway(away)
      return
    }
    this.#isAway = away
    this.#attended?.setAway(away)
  }

  /** Its peer was asked to go to another node. */
  moves(): void {
    this.#attended?.moves()
  }

  /** A fresh token of the same person was seen: this connection may live as long as it does. */
  renew(expiresAt: number): void {
    if (this.#identity !== undefined) this.#endsAt = expiresAt
  }

  /** The params are here; learning whose they are may take a while. */
  heard(): void {
    if (this.#identity === undefined) this.#endIn(this.#limits.identityMs, endings.undecided)
  }

  /** The context is made: whoever is nobody now is shown out, after an answer or two. */
  settled(): void {
    if (this.#identity === undefined && !this.#isRefused)
      this.#endIn(this.#limits.refusedMs, endings.anonymous)
  }

  /** Who this is cannot be learnt at the moment: it had better come again. */
  tryLater(): void {
    this.#isRefused = true
    this.#endIn(this.#limits.refusedMs, endings.undecided)
  }

  end(ending: Ending): boolean {
    if (this.#isOver) return false
    this.#isOver = true
    this.#line.end(ending)
    return true
  }

  onClosed(listener: () => void): void {
    if (this.#isOver) listener()
    else this.#onClosed.push(listener)
  }

  /** It ended by itself: whoever is still finding out whose it was comes too late. */
  gone(): void {
    this.#isOver = true
    for (const tell of this.#onClosed.splice(0)) tell()
    this.#attended?.leave()
  }

  keepAlive(): void {
    this.#line.keepAlive?.()
  }

  /** Whether the peer gives a sign of life when it is asked for one, where there is a way to. */
  async answers(signal: AbortSignal): Promise<boolean> {
    const asked = this.#line.ask?.(signal)
    if (asked === undefined) return false
    return asked.then(
      () => true,
      () => false,
    )
  }

  /** @returns how it ends, if its time has come. */
  due(now: number): Ending | undefined {
    return now >= this.#endsAt && !this.#isOver ? this.#ending : undefined
  }

  #endIn(ms: number, ending: Ending): void {
    if (this.transport !== 'ws') return
    this.#endsAt = Date.now() + ms
    this.#ending = ending
  }
}
