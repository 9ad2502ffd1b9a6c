// Tells the other nodes whom to look at again. Nobody looks by themselves for twenty seconds, so
// what cannot be said now is owed, and said as soon as Redis answers again.

import { batch } from './batch.ts'
import type { Connections } from './connections.ts'
import type { Line } from './line.ts'
import type { Names } from './names.ts'

/** So many in one go. */
const atOnce = 500
/** With more people than these, those who look find out by themselves. */
const owedMost = 10_000

interface StirringOptions {
  node: string
  commands: Connections['commands']
  line: Line
  /** Seats of the other nodes. */
  others: () => string[]
  names: Names
}

export function createStirring({ node, commands, line, others, names }: StirringOptions) {
  const word = JSON.stringify({ from: node, stirs: true })
  const owed = new Set<string>()
  let isSaying = false

  function some(): string[] {
    const people = [...owed.values().take(atOnce)]
    for (const person of people) owed.delete(person)
    return people
  }

  async function say(people: string[]): Promise<boolean> {
    if (others().length === 0) return true
    const words = people.map((person): [string, string, string] => {
      return ['publish', names.channels.of(person), word]
    })
    return (await line.attempt(() => batch(commands, words))) !== undefined
  }

  async function sayAll(): Promise<void> {
    if (isSaying) return
    isSaying = true
    while (line.isUp() && owed.size > 0) {
      const people = some()
      if (await say(people)) continue
      for (const person of people) owed.add(person)
      break // until Redis answers again, or the next one
    }
    isSaying = false
  }

  return {
    stir(person: string): void {
      if (owed.size >= owedMost) return
      owed.add(person)
      // What is said in one turn of the event loop leaves in one piece.
      if (owed.size === 1) setImmediate(sayAll)
    },
    /** Says what is owed. */
    sayAll,
  }
}
