/**
 * Somebody signed out while the server was out of reach: their cookie is still good there, and
 * is ended as soon as it can be, unless somebody signs in first.
 */
import { endSession } from './authHttp.ts'

const key = 'parley.sign-out-due'

export const signOutDue = {
  set(isDue: boolean): void {
    try {
      if (isDue) localStorage.setItem(key, '1')
      else localStorage.removeItem(key)
    } catch {
      // Then the cookie runs out by itself.
    }
  },
  async settle(): Promise<void> {
    try {
      if (localStorage.getItem(key) === null) return
      await endSession(undefined)
      localStorage.removeItem(key)
    } catch {
      // Next time, then.
    }
  },
}
