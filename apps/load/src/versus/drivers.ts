/** The kinds of load: each lasts for so long, and says how late it was itself. */
import { setTimeout as pause } from 'node:timers/promises'
import { createLatencies, type Latencies } from '../measure/latencies.ts'
import { atPace } from '../measure/pace.ts'
import type { Side } from './side.ts'

export type Driver = (seconds: number) => Promise<Latencies>

/**
 * Every pair always has one message on its way; the other side answers when it has arrived
 * and its sender knows so.
 */
export function pairsInTurns(side: Side): Driver {
  const states = side.conversations.map(() => ({ turn: 0, message: -1, missing: 0 }))
  let isOn = false

  function next(conversation: number): void {
    const state = states[conversation]
    if (!state || !isOn) return
    state.turn = 1 - state.turn
    state.missing = 2
    state.message = side.send(conversation, state.turn)
  }

  function arrived(message: number, conversation: number): void {
    const state = states[conversation]
    if (state?.message !== message) return
    state.missing -= 1
    if (state.missing === 0) next(conversation)
  }

  side.listen({
    acknowledged: arrived,
    refused(message, conversation) {
      // Nothing more will come of it.
      arrived(message, conversation)
      arrived(message, conversation)
    },
    delivered(message, conversation, member) {
      // The sender's own copy may also come later.
      if (member !== states[conversation]?.turn) arrived(message, conversation)
    },
  })
  return inClosedLoop(() => {
    isOn = true
    for (const [conversation, { missing }] of states.entries()) {
      if (missing === 0) next(conversation)
    }
    return () => {
      isOn = false
    }
  })
}

/**
 * A few of a room's members write, each the next message when the last one has been
 * acknowledged and has come back.
 */
export function roomSenders(side: Side, senders: number): Driver {
  const missing = new Array<number>(senders).fill(0)
  const senderOf: number[] = []
  let isOn = false

  function next(sender: number): void {
    if (!isOn) return
    missing[sender] = 2
    senderOf[side.send(0, sender)] = sender
  }

  function arrived(sender: number | undefined): void {
    if (sender === undefined) return
    const left = (missing[sender] ?? 0) - 1
    missing[sender] = left
    if (left === 0) next(sender)
  }

  side.listen({
    acknowledged: message => arrived(senderOf[message]),
    refused(message) {
      // Nothing more will come of it.
      arrived(senderOf[message])
      arrived(senderOf[message])
    },
    delivered(message, _conversation, member) {
      if (senderOf[message] === member) arrived(member)
    },
  })
  return inClosedLoop(() => {
    isOn = true
    for (const [sender, left] of missing.entries()) if (left === 0) next(sender)
    return () => {
      isOn = false
    }
  })
}

/** So many a second at random moments, whether or not there was an answer; pairs by turns. */
export function atRate(side: Side, perSecond: number): Driver {
  const { length } = side.conversations
  let messages = 0
  return seconds =>
    atPace({
      perSecond,
      seconds,
      act() {
        side.send(messages % length, Math.floor(messages / length) % 2)
        messages += 1
      },
    })
}

/** Goes on by itself until it is ended, and is never late: it waits for the server. */
function inClosedLoop(begin: () => () => void): Driver {
  return async seconds => {
    const end = begin()
    await pause(seconds * 1000)
    end()
    return createLatencies()
  }
}
