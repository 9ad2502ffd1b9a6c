/**
 * One asking for all who want to know at about the same time: when thousands come back at once,
 * they do not ask thousands of times. The first one asks at the end of its turn of the event loop,
 * and nobody is told an answer to what was asked before they wanted to know.
 *
 * @param restMs so long after an asking has begun the next one begins, and those who come
 *   meanwhile wait for it together
 */
export function shared<Answer>(ask: () => Promise<Answer>, restMs: number): () => Promise<Answer> {
  let next: Promise<Answer> | undefined
  let restsUntil = 0

  return () => {
    next ??= new Promise(resolve => {
      const begin = () => {
        next = undefined
        restsUntil = performance.now() + restMs
        resolve(ask())
      }
      const leftMs = restsUntil - performance.now()
      if (leftMs > 0) setTimeout(begin, leftMs)
      else setImmediate(begin)
    })
    return next
  }
}
