/** Sends what the person who is signed in here has waiting, while none of their tabs is open. */
import { sendWaiting } from '@parley/client/background'
import { Refused } from '@parley/client/refused'
import { issueToken } from '../account/authHttp.ts'
import { userIdOf } from '../account/userIdOf.ts'

/** @throws when something is left, so that the browser tries again later */
export async function sendOutbox(): Promise<void> {
  const token = await tokenByCookie()
  if (token === undefined) return
  await sendWaiting({ url: location.origin, userId: userIdOf(token), token })
}

/** Nothing when nobody is signed in any more. */
async function tokenByCookie(): Promise<string | undefined> {
  try {
    return await issueToken(undefined)
  } catch (error) {
    if (error instanceof Refused && error.reason === 'UNAUTHENTICATED') return undefined
    throw error
  }
}
