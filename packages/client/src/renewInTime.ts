import type { Clock } from './clock.ts'
import type { GetToken } from './keepConnected.ts'
import { expiryOf } from './tokenExpiry.ts'
import type { Calls } from './transport.ts'

const earlyMs = 60_000
/** Not more often than this, whatever the clocks say. */
const leastMs = 10_000
/** A timer can wait 24 days; renewing early does no harm. */
const mostMs = 24 * 60 * 60_000

interface Options {
  clock: Clock
  token: GetToken
  renew: Calls['renewToken']
}

/**
 * Hands the server a fresh token before the present one runs out, so that the connection
 * lives on. When that fails the server closes the connection, and dialing gets a fresh one.
 */
export function renewInTime({ clock, token, renew }: Options) {
  let stop = () => {}
  let episode = {}

  function at(expiry: number | undefined): void {
    stop()
    if (expiry === undefined) return
    const wait = Math.min(mostMs, Math.max(leastMs, expiry - earlyMs - clock.now()))
    const mine = episode
    stop = clock.after(wait, () => {
      token({ fresh: true })
        .then(text => renew({ token: text }))
        .then(
          ({ expiresAt }) => {
            if (mine === episode) at(Date.parse(expiresAt))
          },
          () => {
            if (mine === episode) at(expiry)
          },
        )
    })
  }

  return {
    schedule(text: string) {
      episode = {}
      at(expiryOf(text))
    },
    stop() {
      episode = {}
      stop()
    },
  }
}
