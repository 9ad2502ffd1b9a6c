/**
 * Whether somebody has signed in with an account of their own in this browser. Only a hint,
 * which saves the first visit a question that would be answered with an error.
 */
const key = 'parley.account'

export function mayBeSignedIn(): boolean {
  try {
    return localStorage.getItem(key) !== null
  } catch {
    return true
  }
}

export function rememberAccount(isSignedIn: boolean): void {
  try {
    if (isSignedIn) localStorage.setItem(key, '1')
    else localStorage.removeItem(key)
  } catch {
    // Then the question is asked.
  }
}
