/** A connection that can be held still, so that a test sees what stands there meanwhile. */
import type { BrowserContext } from 'playwright-core'

export async function heldLine(window: BrowserContext) {
  let held: string | undefined
  const waiting: (() => void)[] = []
  await window.routeWebSocket(/\/trpc\b/, page => {
    page.connectToServer().onMessage(message => {
      if (held !== undefined && `${message}`.includes(held)) waiting.push(() => page.send(message))
      else page.send(message)
    })
  })
  return {
    /** From here on what the server says waits, or only what has these words in it. */
    hold(words = '') {
      held = words
    },
    /** What waits never comes, and from here on nothing waits. */
    lose() {
      held = undefined
      waiting.length = 0
    },
    release() {
      held = undefined
      for (const send of waiting.splice(0)) send()
    },
  }
}
