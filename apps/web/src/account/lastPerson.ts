/**
 * Who signed in here last with an account of their own and has not signed out: the app opens
 * with what is kept of them before any server is asked. Who has the cookie is decided there.
 */
const key = 'parley.account'

/** An id is missing where the browser keeps nothing: it has to be asked for. */
export function lastPerson(): { userId?: string } | undefined {
  try {
    const userId = localStorage.getItem(key)
    return userId === null ? undefined : { userId }
  } catch {
    return {}
  }
}

export function rememberPerson(userId: string | undefined): void {
  try {
    if (userId === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, userId)
  } catch {
    // Then it is asked for.
  }
}
