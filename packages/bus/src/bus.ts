import type { Change } from '@parley/protocol/change'
import type { Attendance } from './attendance.ts'
import type { Notice, Question } from './notice.ts'
import type { Signal } from './signal.ts'

/**
 * What nodes tell each other. It makes things quick and promises nothing: a change that is lost
 * here is found by the sweep of the database, a signal that is lost was not worth keeping.
 *
 * Whatever goes to "the nodes" goes to this one too, at once and whether or not the others can
 * be reached.
 */
export interface Bus {
  /** This node: another id at each start. */
  readonly node: string

  /** Tells the nodes that hold any of these people. Never throws, never waits. */
  publish(people: readonly string[], change: Change): void
  /**
   * Resolves when every later publication to this person reaches the listener, or, while the
   * nodes cannot reach each other, at once.
   */
  subscribe(person: string, listener: (change: Change) => void): Promise<Unsubscribe>

  /** The same for what is never stored. */
  signal(people: readonly string[], signal: Signal): void
  hear(person: string, listener: (signal: Signal) => void): Promise<Unsubscribe>

  /** Tells the nodes that look at this person that something about their presence changed. */
  stir(person: string): void
  /** The listener had better look at this person again. */
  watch(person: string, listener: () => void): Promise<Unsubscribe>

  /**
   * Says how many connections of a person this node has now; calls for one person take effect
   * in their order. With `most`, refuses (false, and nothing changes) when all nodes together
   * would have more; while the nodes cannot ask each other, this node's own count decides.
   */
  attend(person: string, here: Attendance, most?: number): Promise<boolean>
  /**
   * All nodes' connections of each, in the order asked; nothing while the nodes cannot ask each
   * other. Those of a node that died do not count from the end of its lease on.
   */
  attendances(people: readonly string[]): Promise<Attendance[] | undefined>
  /** Told when what was read of `attendances` may no longer hold: a node died or came back. */
  onUpheaval(listener: () => void): Unsubscribe
  /** Told, on one node only, of people who were with a node that died and are nowhere now. */
  onDeserted(listener: (people: readonly string[]) => void): Unsubscribe

  /** Takes one from a budget; a shared one is that of all nodes together. */
  spend(budget: Budget, person: string): Promise<Spent>

  /** Tells all nodes. */
  tell(notice: Notice): void
  onNotice(listener: (notice: Notice) => void): Unsubscribe

  /** Asks all nodes; one that lives and does not answer within a second is there without an answer. */
  ask(question: Question): Promise<Answer[]>
  /** How this node answers. There is one who answers. */
  onQuestion(answer: (question: Question) => unknown): void

  /** Rejects while the nodes cannot reach each other. */
  ready(): Promise<void>
  /** Leaves: the others know at once that nobody is here any more. */
  close(): Promise<void>
}

export type Unsubscribe = () => void

/** So many within so many seconds, for each person on their own. */
export interface Budget {
  name: string
  points: number
  seconds: number
  /** Counted over all nodes, which costs a round trip; otherwise each node counts for itself. */
  shared?: boolean
}

export type Spent = { ok: true } | { ok: false; retryAfterMs: number }

export interface Answer {
  node: string
  /** As it came over the wire: whoever asked reads it with a schema. */
  answer: unknown
}
