/** Runs what has the same key one after another, whatever became of the one before. */
export type InTurn = <T>(key: string, act: () => Promise<T>) => Promise<T>

export function createInTurn(): InTurn {
  const lastOf = new Map<string, Promise<unknown>>()

  return (key, act) => {
    const before = lastOf.get(key) ?? Promise.resolve()
    const mine = before.then(act, act)
    const forget = () => {
      if (lastOf.get(key) === mine) lastOf.delete(key)
    }
    lastOf.set(key, mine)
    mine.then(forget, forget)
    return mine
  }
}
