// Tells the other nodes whom to look at again. Nobody looks by themselves for twenty seconds, so
// what cannot be said now is owed, and said as soon as Redis answers again.

import { batch } from './batch.ts'
import { chunks } from './chunks.ts'
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
  let isDue = false
  let isSaying = false

  async function say(people: string[]): Promise<boolean> {
    if (others().length === 0) return true
    const words = people.map((person): [string, string, string] => {
      return ['publish', names.channels.of(person), word]
    })
    return (await line.attempt(() => batch(commands, words))) !== undefined
  }

  async function sayAll(): Promise<void> {
    isDue = false
    if (isSaying) return
    isSaying = true
    let isAnswered = true
    while (isAnswered && line.isUp() && owed.size > 0) {
      const all = [...owed]
      owed.clear()
      for (const people of chunks(all, atOnce)) {
        if (await say(people)) continue
        isAnswered = false
        for (const person of people) owed.add(person)
      }
    }
    isSaying = false
  }

  return {
    stir(person: string): void {
      if (owed.size >= owedMost) return
      owed.add(person)
      // What is said in one turn of the event loop leaves in one piece.
      if (!isDue) setImmediate(sayAll)
      isDue = true
    },
    /** Says what is owed. */
    sayAll,
  }
}
