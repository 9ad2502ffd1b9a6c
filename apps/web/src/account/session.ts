/**
 * Who uses this tab, and their client. Opened once for the whole page, outside of React: a
 * screen that is rendered again must not connect again.
 */
import { type Client, createClient } from '@parley/client/client'
import { writable } from '@parley/client/readable'
import { Refused } from '@parley/client/refused'
import { words } from '../words/words.ts'
import {
  endSession,
  issueToken,
  type SignUp,
  signInByEmail,
  signUpByEmail,
  startDemoSession,
} from './authHttp.ts'
import { authProblem } from './authProblem.ts'
import { keptDemoSession } from './keptDemoSession.ts'
import { mayBeSignedIn, rememberAccount } from './rememberedAccount.ts'
import { userIdOf } from './userIdOf.ts'

type Session =
  | { state: 'starting' }
  | { state: 'unreachable'; problem: string }
  | { state: 'out'; notice?: string }
  | { state: 'in'; client: Client; isDemo: boolean }

const current = writable<Session>({ state: 'starting' })
export const session = { get: current.get, subscribe: current.subscribe }

/** Goes on with the session that this tab or the browser has, or with `/?as=NAME`. */
export async function resume(): Promise<void> {
  const as = takeAs()
  try {
    if (as !== null) await signInAsDemo(as)
    else if (keptDemoSession.get() ?? mayBeSignedIn()) await enter(keptDemoSession.get())
    else leave(undefined)
  } catch (error) {
    const reason = error instanceof Refused ? error.reason : 'INTERNAL'
    if (reason === 'UNAUTHENTICATED') leave(undefined)
    else if (reason === 'NOT_FOUND' && as !== null) leave(words.signIn.unknownPerson(as))
    else current.set({ state: 'unreachable', problem: authProblem(error) }) // the session may live
  }
}

export async function signInAsDemo(as: string): Promise<void> {
  const started = await startDemoSession(as)
  keptDemoSession.set(started)
  await enter(started)
}

export async function signIn(credentials: { email: string; password: string }): Promise<void> {
  await signInByEmail(credentials)
  await enter(undefined)
}

/** The answer to signing up never says whether the address was known, so signing in follows. */
export async function signUp(person: SignUp): Promise<void> {
  await signUpByEmail(person)
  try {
    await signIn(person)
  } catch (error) {
    const isTaken = error instanceof Refused && error.reason === 'UNAUTHENTICATED'
    throw isTaken ? new Refused('CONFLICT') : error
  }
}

export async function signOut(): Promise<void> {
  const ending = endSession(keptDemoSession.get())
  leave(undefined)
  history.replaceState(null, '', '/') // the next person here has other conversations
  await ending.catch(() => undefined) // out of reach; this tab has forgotten it anyway
}

async function enter(demo: string | undefined): Promise<void> {
  // The first token says who this is, and is good for the first connections.
  let token = await issueToken(demo)
  const userId = userIdOf(token)
  const client = createClient({
    url: location.origin,
    userId,
    async token({ fresh }) {
      if (fresh) token = await nextToken(demo, userId)
      return token
    },
  })
  if (demo === undefined) rememberAccount(true)
  current.set({ state: 'in', client, isDemo: demo !== undefined })
}

async function nextToken(demo: string | undefined, userId: string): Promise<string> {
  try {
    const token = await issueToken(demo)
    if (userIdOf(token) === userId) return token
  } catch (error) {
    const isOver = error instanceof Refused && error.reason === 'UNAUTHENTICATED'
    if (isOver) leave(words.signIn.ended)
    throw error
  }
  // In another tab somebody else has signed in since.
  leave(words.signIn.ended, { isBrowserOut: false })
  throw new Refused('UNAUTHENTICATED')
}

/** @param isBrowserOut whether there is no session left for a next visit to go on with */
function leave(notice: string | undefined, { isBrowserOut = true } = {}): void {
  const before = current.get()
  if (before.state === 'in') before.client.close()
  if (isBrowserOut && keptDemoSession.get() === undefined) rememberAccount(false)
  keptDemoSession.set(undefined)
  current.set(notice === undefined ? { state: 'out' } : { state: 'out', notice })
}

/** The name in `/?as=NAME`, which is then taken out of the address. */
function takeAs(): string | null {
  const address = new URL(location.href)
  const as = address.searchParams.get('as')
  if (as === null) return null
  address.searchParams.delete('as')
  history.replaceState(history.state, '', address)
  return as
}
