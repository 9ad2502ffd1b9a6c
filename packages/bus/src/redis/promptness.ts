// Asks something that may take a while, and waits for it a moment only. Once it was late, nobody
// waits any more until it has been seen to be in time again.

export type Promptly = <Answer>(
  ask: () => Promise<Answer | undefined>,
) => Promise<Answer | undefined>

export function createPromptness(withinMs: number): Promptly {
  let isPrompt = true
  let asked = 0

  return async ask => {
    const isAwaited = isPrompt
    if (!isAwaited && asked > 0) return undefined
    asked += 1
    const answering = ask().finally(() => {
      asked -= 1
    })
    const inTime = within(answering, withinMs).then(answer => {
      isPrompt = answer !== undefined
      return answer
    })
    return isAwaited ? inTime : undefined
  }
}

function within<Answer>(answering: Promise<Answer>, ms: number): Promise<Answer | undefined> {
  return new Promise(resolve => {
    // What is here already, and was only not read by a node that was busy, is in time.
    const late = setTimeout(() => setImmediate(resolve, undefined), ms)
    void answering.then(resolve).finally(() => clearTimeout(late))
  })
}
