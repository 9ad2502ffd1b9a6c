// Says things to other nodes. What is said in one turn of the event loop leaves in one piece,
// and what it says becomes JSON once, however many it is for.

import { batch } from './batch.ts'
import type { Connections } from './connections.ts'
import { nodeOf } from './leases.ts'
import type { Line } from './line.ts'
import type { Names } from './names.ts'
import type { Word } from './words.ts'

export interface Mouth {
  /** To the nodes that hold any of these people. */
  toPeople(people: readonly string[], word: Word): void
  /** Into one channel; said even when this node knows of no other one, if `anyway`. */
  into(channel: string, word: Word, anyway?: 'anyway'): void
}

interface MouthOptions {
  node: string
  commands: Connections['commands']
  line: Line
  /** Seats of the other nodes, none while Redis is away. */
  others: () => string[]
  names: Names
}

export function createMouth({
  node,
  commands,
  line,
  others,
  names: { channels },
}: MouthOptions): Mouth {
  const from = `"from":${JSON.stringify(node)}`
  let waiting: [channel: string, text: string][] = []

  function publish(channel: string, text: string): void {
    if (waiting.push([channel, text]) === 1) setImmediate(flush)
  }

  function flush(): void {
    const all = waiting
    waiting = []
    const words = all.map(([channel, text]): [string, string, string] => ['publish', channel, text])
    void line.attempt(() => batch(commands, words))
  }

  return {
    toPeople(people, word) {
      const seats = others()
      if (seats.length === 0) return
      const rest = JSON.stringify(word).slice(1)
      if (people.length > seats.length + 1) {
        const text = `{${from},"to":${JSON.stringify(people)},${rest}`
        for (const seat of seats) publish(channels.node(nodeOf(seat)), text)
      } else {
        const text = `{${from},${rest}`
        for (const person of people) publish(channels.to(person), text)
      }
    },
    into(channel, word, anyway) {
      if (!line.isUp()) return
      if (!anyway && others().length === 0) return
      publish(channel, `{${from},${JSON.stringify(word).slice(1)}`)
    },
  }
}
