/**
 * Signing in and up, made useless for finding out who has an account or what their password
 * is: few attempts, and answers that take the same time whatever was looked up.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { Refusal } from '../refusal.ts'
import type { Windows } from './windows.ts'

const FROM_ONE_ADDRESS = { max: 10, seconds: 600 }
/** Much more than from one address, so that nobody alone can lock somebody else out. */
const FROM_ANYWHERE = { max: 100, seconds: 600 }
/** Every attempt hashes a password: more of them than this would only wait for each other. */
const AT_ONCE = 100

/** @param answerAfterMs longer than any attempt takes, so that all seem to take the same */
export function createGuessing(windows: Windows, answerAfterMs: number) {
  let running = 0

  return async function guess<Answer>(
    what: string,
    address: string,
    attempt: () => Promise<Answer>,
  ): Promise<Answer> {
    const here = `guess|${what}|${address}`
    const retryAfterMs =
      windows.attempt(here, FROM_ONE_ADDRESS) || windows.attempt(`guess|${what}`, FROM_ANYWHERE)
    if (retryAfterMs) {
      throw new Refusal('RATE_LIMITED', 'Too many attempts. Please wait.', { retryAfterMs })
    }
    if (running >= AT_ONCE) throw new Refusal('UNAVAILABLE', 'Please try again in a moment.')
    running += 1
    try {
      const [outcome] = await Promise.allSettled([attempt(), pause(answerAfterMs)])
      if (outcome.status === 'rejected') throw outcome.reason
      windows.forget(here)
      return outcome.value
    } finally {
      running -= 1
    }
  }
}
