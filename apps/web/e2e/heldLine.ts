/** A connection that can be held still, so that a test sees what stands there meanwhile. */
import type { BrowserContext } from 'playwright-core'

export async function heldLine(window: BrowserContext) {
  let isHeld = false
  const waiting: (() => void)[] = []
  await window.routeWebSocket(/\/trpc\b/, page => {
    page.connectToServer().onMessage(message => {
      if (isHeld) waiting.push(() => page.send(message))
      else page.send(message)
    })
  })
  return {
    /** From here on the server's answers wait. */
    hold() {
      isHeld = true
    },
    /** What waits never comes, and from here on nothing waits. */
    lose() {
      isHeld = false
      waiting.length = 0
    },
    release() {
      isHeld = false
      for (const send of waiting.splice(0)) send()
    },
  }
}
