/** What waits for its answer, by number. */
export function createAnswers<Answer>() {
  const waiting = new Map<number, (answer: Answer) => void>()
  let last = 0
  return {
    /** @returns the number under which the answer is to come */
    expect(onAnswer: (answer: Answer) => void): number {
      last += 1
      waiting.set(last, onAnswer)
      return last
    },
    settle(id: number, answer: Answer): void {
      const onAnswer = waiting.get(id)
      waiting.delete(id)
      onAnswer?.(answer)
    },
  }
}
