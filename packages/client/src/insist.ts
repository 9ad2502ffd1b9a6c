import { type Clock, sleep } from './clock.ts'
import { Refused, Unanswered, Unwanted } from './refused.ts'
import type { RetryRule } from './retry.ts'

/** What it takes to keep on asking. */
export interface Means {
  clock: Clock
  random: () => number
  /** Resolves when calls may go out. */
  online: () => Promise<void>
  retry: RetryRule
}

/** An answer that has not come by now will not. */
const patienceMs = 20_000

/**
 * Makes a call until its outcome is known: waits for the connection, asks again where the
 * refusal allows it or no answer came. So the call must be idempotent.
 *
 * @throws Refused when the refusal is final; Unwanted when `isWanted` says so
 */
export async function insist<T>(
  { clock, random, online, retry }: Means,
  call: () => Promise<T>,
  { isWanted = () => true, onTry = () => {}, onWait = () => {} }: Asking = {},
): Promise<T> {
  let failures = 0
  let last: string | undefined
  for (;;) {
    await online()
    if (!isWanted()) throw new Unwanted()
    onTry()
    try {
      return await inTime(clock, call())
    } catch (error) {
      const kind = error instanceof Refused ? error.reason : undefined
      failures = kind === last ? failures : 0
      const delay = retry(error, failures, random)
      if (delay === undefined) throw asRefusal(error)
      last = kind
      failures += 1
      onWait()
      await sleep(clock, delay)
    }
  }
}

/** What is given up without an answer was refused for as long as anybody can tell. */
function asRefusal(error: unknown): unknown {
  return error instanceof Unanswered ? new Refused('UNAVAILABLE', error.message) : error
}

/** For what a person may call off: from then on it does not go out, and rejects with `Unwanted`. */
export interface Cancellable {
  signal?: AbortSignal | undefined
}

export function until({ signal }: Cancellable): Asking {
  return { isWanted: () => !signal?.aborted }
}

export interface Asking {
  isWanted?: () => boolean
  onTry?: () => void
  onWait?: () => void
}

function inTime<T>(clock: Clock, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(patienceMs, () => reject(new Unanswered('No answer came in time.')))
    answer.finally(cancel).then(resolve, reject)
  })
}
