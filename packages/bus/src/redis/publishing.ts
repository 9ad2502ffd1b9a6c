// Says things to other nodes. What is said in one turn of the event loop leaves in one piece,
// and what it says becomes JSON once, however many it is for.

import { batch } from './batch.ts'
import { chunks } from './chunks.ts'
import type { Connections } from './connections.ts'
import { nodeOf } from './leases.ts'
import type { Line } from './line.ts'
import type { Names } from './names.ts'
import type { Word } from './words.ts'

/** So many in one go. */
const atOnce = 500

export interface Publishing {
  /** To the nodes that hold any of these people. */
  toPeople(people: readonly string[], word: Word): void
  /** Into one channel; said even when this node knows of no other one, if `anyway`. */
  into(channel: string, word: Word, anyway?: 'anyway'): void
  /** To those who look at this person; later, if it cannot be said now. */
  stir(person: string): void
  /** Says what could not be said: nobody finds it by themselves. */
  catchUp(): Promise<void>
}

type Telling = [channel: string, text: string]

interface PublishingOptions {
  node: string
  commands: Connections['commands']
  line: Line
  /** Seats of the other nodes, none while Redis is away. */
  others: () => string[]
  names: Names
}

export function createPublishing({
  node,
  commands,
  line,
  others,
  names: { channels },
}: PublishingOptions): Publishing {
  const from = `"from":${JSON.stringify(node)}`
  let waiting: Telling[] = []
  const unsaid = new Map<string, string>()

  function publish(channel: string, text: string): void {
    if (waiting.push([channel, text]) === 1) setImmediate(flush)
  }

  function flush(): void {
    const all = waiting
    waiting = []
    void say(all)
  }

  async function say(all: Telling[]): Promise<void> {
    const words = all.map(([channel, text]): [string, string, string] => ['publish', channel, text])
    if (await line.say(() => batch(commands, words))) return
    const of = channels.of('')
    for (const [channel, text] of all) if (channel.startsWith(of)) unsaid.set(channel, text)
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
      if (!anyway && others().length === 0) return
      publish(channel, `{${from},${JSON.stringify(word).slice(1)}`)
    },
    stir(person) {
      const isAlone = line.isConnected() && others().length === 0
      if (!isAlone) publish(channels.of(person), `{${from},"stirs":true}`)
    },
    async catchUp() {
      const all = [...unsaid]
      unsaid.clear()
      for (const some of chunks(all, atOnce)) await say(some)
    },
  }
}
