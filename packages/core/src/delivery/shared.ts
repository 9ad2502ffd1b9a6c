/**
 * One asking for all who want to know in the same turn of the event loop: when thousands come
 * back at once, they do not ask thousands of times. Nobody waits for an earlier asking.
 */
export function shared<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let next: Promise<Answer> | undefined

  return () => {
    next ??= new Promise(resolve => {
      setImmediate(() => {
        next = undefined
        resolve(ask())
      })
    })
    return next
  }
}
