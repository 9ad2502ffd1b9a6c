/** How things in a conversation's list stand and move on the screen, in pixels. */
import type { Locator } from 'playwright-core'

/** How much of the list lies below what is seen. */
export function below(log: Locator): Promise<number> {
  return log.evaluate(list => list.scrollHeight - list.scrollTop - list.clientHeight)
}

/** Resolves once nothing in the list has moved or grown for some frames. */
export function atRest(log: Locator): Promise<void> {
  return log.evaluate(async list => {
    const nextFrame = () => new Promise(resolve => requestAnimationFrame(resolve))
    let before = ''
    for (let frames = 0; frames < 5; frames++) {
      await nextFrame()
      const now = `${list.scrollTop} ${list.scrollHeight}`
      if (now !== before) frames = 0
      before = now
    }
  })
}

/**
 * Looks at the messages in view after each frame.
 *
 * @returns what tells how far any of them has moved at most
 */
export async function watchMovement(log: Locator): Promise<() => Promise<number>> {
  const watched = await log.evaluateHandle(list => {
    const articles = () => [...list.querySelectorAll('article')]
    const textOf = (article: Element) => article.querySelector('p')?.textContent ?? ''
    const { top, bottom } = list.getBoundingClientRect()
    const stood = new Map<string, number>()
    for (const article of articles()) {
      const at = article.getBoundingClientRect()
      if (at.bottom > top && at.top < bottom) stood.set(textOf(article), at.top)
    }
    const seen = { moved: 0, messages: stood.size }
    const afterPaint = new MessageChannel()
    afterPaint.port1.onmessage = () => {
      for (const article of articles()) {
        const before = stood.get(textOf(article))
        if (before === undefined) continue
        const moved = Math.abs(article.getBoundingClientRect().top - before)
        seen.moved = Math.max(seen.moved, moved)
      }
      requestAnimationFrame(look)
    }
    const look = () => afterPaint.port2.postMessage(undefined)
    look()
    return seen
  })
  return () =>
    watched.evaluate(({ moved, messages }) => (messages > 0 ? moved : Number.POSITIVE_INFINITY))
}
