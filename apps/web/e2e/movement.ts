/** How things in a conversation's list stand and move on the screen, in pixels. */
import type { Locator, Page } from 'playwright-core'

/** How much of the list lies below what is seen. */
export function below(log: Locator): Promise<number> {
  return log.evaluate(list => list.scrollHeight - list.scrollTop - list.clientHeight)
}

/** How much of it can be seen where it stands: 1 for all of it. */
export function shareInView(locator: Locator): Promise<number> {
  return locator.evaluate(
    element =>
      new Promise<number>(resolve => {
        const observer = new IntersectionObserver(([entry]) => {
          observer.disconnect()
          resolve(entry?.intersectionRatio ?? 0)
        })
        observer.observe(element)
      }),
  )
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

/**
 * Counts after each frame how often a message stands on the screen.
 *
 * @returns what tells all the counts that were seen
 */
export async function watchCount(page: Page, text: string): Promise<() => Promise<number[]>> {
  const watched = await page.evaluateHandle(text => {
    const counts = new Set<number>()
    const afterPaint = new MessageChannel()
    afterPaint.port1.onmessage = () => {
      const said = [...document.querySelectorAll('[role="log"] article p')].filter(
        body => body.textContent === text && body.checkVisibility({ visibilityProperty: true }),
      )
      counts.add(said.length)
      requestAnimationFrame(look)
    }
    const look = () => afterPaint.port2.postMessage(undefined)
    look()
    return counts
  }, text)
  return () => watched.evaluate(counts => [...counts])
}
