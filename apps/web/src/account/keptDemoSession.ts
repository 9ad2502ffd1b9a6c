/** A demo person's session, kept per tab, so that two ordinary windows can be two people. */
import * as z from 'zod/mini'

const key = 'parley.session'
const kept = z.object({
  session: z.string(),
  userId: z.string(),
  /** What stands in `/?as=`. */
  as: z.string(),
})
type KeptDemoSession = z.infer<typeof kept>

function get(): KeptDemoSession | undefined {
  try {
    return kept.safeParse(JSON.parse(sessionStorage.getItem(key) ?? '')).data
  } catch {
    return undefined
  }
}

function set(session: KeptDemoSession | undefined): void {
  try {
    if (session === undefined) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(session))
  } catch {
    // Without storage it lasts until the page is left.
  }
}

export const keptDemoSession = { get, set }
