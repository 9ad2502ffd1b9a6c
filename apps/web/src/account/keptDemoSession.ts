/** A demo person's session, kept per tab, so that two ordinary windows can be two people. */
const key = 'parley.session'

function get(): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

function set(session: string | undefined): void {
  try {
    if (session === undefined) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, session)
  } catch {
    // Without storage it lasts until the page is left.
  }
}

export const keptDemoSession = { get, set }
