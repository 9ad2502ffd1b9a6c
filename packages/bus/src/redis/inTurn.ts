/** One thing after the other for each name, whatever becomes of those before. */
export function createTurns() {
  const last = new Map<string, Promise<unknown>>()

  function inTurn<Result>(name: string, act: () => Promise<Result>): Promise<Result> {
    const before = last.get(name)
    const turn = before ? before.then(act, act) : act()
    const end = turn
      .catch(() => {})
      .finally(() => {
        if (last.get(name) === end) last.delete(name)
      })
    last.set(name, end)
    return turn
  }

  return { inTurn, waiting: () => [...last.keys()] }
}
