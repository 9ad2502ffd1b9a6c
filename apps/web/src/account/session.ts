/**
 * Who uses this tab, and their client. Opened once for the whole page, outside of React: a
 * screen that is rendered again must not connect again. Whoever is known here sees at once
 * what is kept of them, also without a network; the server is asked when it can be reached,
 * and when their session is over, nothing of them stays.
 */
import { type Client, createClient } from '@parley/client/client'
import { forgetPerson } from '@parley/client/forget'
import { writable } from '@parley/client/readable'
import { Refused } from '@parley/client/refused'
import { words } from '../words/words.ts'
import { askedPerson, forgetAskedPerson } from './askedPerson.ts'
import {
  endSession,
  issueToken,
  type SignUp,
  signInByEmail,
  signUpByEmail,
  startDemoSession,
} from './authHttp.ts'
import { authProblem } from './authProblem.ts'
import { takeEarlySession } from './earlySession.ts'
import { keptDemoSession } from './keptDemoSession.ts'
import { lastPerson, rememberPerson } from './lastPerson.ts'
import { tellOtherTabs, whenSignedOutElsewhere } from './otherTabs.ts'
import { signOutDue } from './signOutDue.ts'
import { userIdOf } from './userIdOf.ts'

type Session =
  | { state: 'starting' }
  | { state: 'unreachable'; problem: string }
  | { state: 'out'; notice?: string }
  | { state: 'in'; client: Client; isDemo: boolean }

interface Who {
  userId: string
  /** A demo person's session; everybody else has a cookie. */
  demo?: string
  /** Good for the first connections. */
  token?: string
}

const url = location.origin
const current = writable<Session>({ state: 'starting' })
export const session = { get: current.get, subscribe: current.subscribe }

/** Goes on with the session that this tab or the browser has, or with `/?as=NAME`. */
export async function resume(): Promise<void> {
  const as = askedPerson()
  try {
    await (as === undefined ? goOn() : signInAsDemo(as))
  } catch (error) {
    const reason = error instanceof Refused ? error.reason : 'INTERNAL'
    if (reason === 'UNAUTHENTICATED') goOut()
    else if (reason === 'NOT_FOUND' && as !== undefined) goOut(words.signIn.unknownPerson(as))
    else if (as !== undefined && keptDemoSession.get()?.as === as) await goOn()
    else current.set({ state: 'unreachable', problem: authProblem(error) }) // the session may live
  }
}

async function goOn(): Promise<void> {
  forgetAskedPerson()
  const demo = keptDemoSession.get()
  const last = lastPerson()
  if (demo) enter({ userId: demo.userId, demo: demo.session })
  else if (last?.userId !== undefined) enter({ userId: last.userId })
  else if (last) await enterByCookie()
  else {
    goOut()
    await signOutDue.settle()
  }
}

export async function signInAsDemo(as: string): Promise<void> {
  const { session: demo, token } = await startDemoSession(as, await takeEarlySession(as))
  const userId = userIdOf(token)
  forgetAskedPerson()
  keptDemoSession.set({ session: demo, userId, as })
  enter({ userId, demo, token })
}

export async function signIn(credentials: { email: string; password: string }): Promise<void> {
  await signInByEmail(credentials)
  signOutDue.set(false)
  await enterByCookie()
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

/** Out of this browser, in all its tabs, with everything that was kept. */
export async function signOut(): Promise<void> {
  const before = current.get()
  if (before.state !== 'in') return
  const demo = keptDemoSession.get()?.session
  const ending = endSession(demo)
  tellOtherTabs(before.client.userId)
  leave(before.client)
  history.replaceState(null, '', '/') // the next person here has other conversations
  await ending.catch(() => signOutDue.set(demo === undefined)) // out of reach, it seems
}

addEventListener('online', signOutDue.settle)

whenSignedOutElsewhere(userId => {
  const now = current.get()
  if (now.state !== 'in' || now.client.userId !== userId) return
  const demo = keptDemoSession.get()?.session
  if (demo !== undefined) endSession(demo).catch(() => undefined)
  leave(now.client, words.signIn.ended)
})

async function enterByCookie(): Promise<void> {
  const token = await issueToken(undefined)
  const userId = userIdOf(token)
  const before = lastPerson()?.userId
  if (before !== undefined && before !== userId) {
    tellOtherTabs(before)
    forgetPerson({ url, userId: before }).catch(() => undefined) // nothing is kept, then
  }
  rememberPerson(userId)
  keptDemoSession.set(undefined)
  enter({ userId, token })
}

function enter({ userId, demo, token: first }: Who): void {
  let token = first
  const client = createClient({
    url,
    userId,
    persist: true,
    async token({ fresh }) {
      if (fresh || token === undefined) token = await nextToken()
      return token
    },
  })

  async function nextToken(): Promise<string> {
    try {
      const next = await issueToken(demo)
      if (userIdOf(next) === userId) return next
    } catch (error) {
      const isOver = error instanceof Refused && error.reason === 'UNAUTHENTICATED'
      if (isOver) leave(client, endedBefore(client))
      throw error
    }
    // In another tab somebody else has signed in since.
    leave(client, endedBefore(client))
    throw new Refused('UNAUTHENTICATED')
  }

  current.set({ state: 'in', client, isDemo: demo !== undefined })
}

/** Why one is out, and what it cost. */
function endedBefore(client: Client): string {
  const { waiting, failed } = client.outbox.get()
  const unsent = waiting + failed
  return unsent === 0 ? words.signIn.ended : words.signIn.endedUnsent(unsent)
}

/** Nothing of this person stays in this browser. */
function leave(client: Client, notice?: string): void {
  client.forget().catch(() => undefined) // nothing is kept, then
  const now = current.get()
  // Somebody else may have come in meanwhile.
  if (now.state !== 'in' || now.client !== client) return
  if (keptDemoSession.get() === undefined && lastPerson()?.userId === client.userId)
    rememberPerson(undefined)
  keptDemoSession.set(undefined)
  goOut(notice)
}

function goOut(notice?: string): void {
  forgetAskedPerson()
  current.set(notice === undefined ? { state: 'out' } : { state: 'out', notice })
}
