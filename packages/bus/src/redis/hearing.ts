// What other nodes say finds whom it is for.

import type { Audience } from './audience.ts'
import type { Names } from './names.ts'
import { readSaid, type Said } from './words.ts'

interface HearingOptions {
  node: string
  names: Names
  audience: Audience
  /** Whatever is between nodes. */
  onWord: (said: Said) => void
  onUnreadable: () => void
}

/** @returns what is to be called with each message of Redis */
export function createHearing({ node, names, audience, onWord, onUnreadable }: HearingOptions) {
  const own = `{"from":${JSON.stringify(node)}`
  const [to, of] = [names.channels.to(''), names.channels.of('')]

  function tell(people: readonly string[], { change, signal }: Said): void {
    for (const person of people) {
      if (change) audience.changes.tell(person, change)
      if (signal) audience.signals.tell(person, signal)
    }
  }

  return (channel: string, text: string): void => {
    if (text.startsWith(own)) return
    const said = readSaid(text)
    if (!said) onUnreadable()
    else if (channel.startsWith(of)) audience.watchers.tell(channel.slice(of.length))
    else if (channel.startsWith(to)) tell([channel.slice(to.length)], said)
    else if (said.to) tell(said.to, said)
    else onWord(said)
  }
}
