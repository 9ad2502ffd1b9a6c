import pLimit from 'p-limit'
import { Refusal } from '../refusal.ts'

interface TurnOptions {
  /** At the same time, of all people. */
  atOnce: number
  /** How many of one person may be under way or wait; they come one after the other. */
  perPerson: number
  /** Behind how many that wait somebody else may still begin to. */
  waiting: number
}

/**
 * For what is costly to answer: few of it at the same time, and one of each person, so that
 * whoever asks for much waits behind themselves. Those beyond are refused at once.
 */
export function createTurns({ atOnce, perPerson, waiting }: TurnOptions) {
  const all = pLimit(atOnce)
  const people = new Map<string, { line: ReturnType<typeof pLimit>; count: number }>()

  return async <T>(userId: string, act: () => Promise<T>): Promise<T> => {
    const own = people.get(userId) ?? { line: pLimit(1), count: 0 }
    if (own.count >= perPerson) throw tooMany()
    if (own.count === 0 && all.pendingCount >= waiting) throw tooMany()
    people.set(userId, own)
    own.count += 1
    try {
      return await own.line(() => all(act))
    } finally {
      own.count -= 1
      if (own.count === 0) people.delete(userId)
    }
  }
}

export type Turns = ReturnType<typeof createTurns>

function tooMany(): Refusal {
  return new Refusal('RATE_LIMITED', 'Too many of these at the same time.', { retryAfterMs: 1000 })
}
