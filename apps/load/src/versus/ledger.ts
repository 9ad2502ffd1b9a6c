/**
 * What became of every message: acknowledged to its sender, delivered to each member once,
 * stored once. Kept in one row of counters, since there are millions.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { createLatencies } from '../measure/latencies.ts'
import type { StoredText } from './contestant.ts'
import type { Conversation } from './conversation.ts'

/** Messages, or deliveries of them, that a server got wrong. */
export interface Wrong {
  unacknowledged: number
  lost: number
  doubled: number
  unstored: number
  storedTwice: number
  /** Never sent, or not to there. */
  strange: number
}

export function createLedger(conversations: readonly Conversation[]) {
  const conversationOf: number[] = []
  /** When each message was sent, if its times count. */
  const sentAt: (number | undefined)[] = []
  /** Where the counters of each message begin: acknowledgements, then deliveries by member. */
  const counterOf: number[] = []
  let counters = new Uint8Array(2 ** 16)
  let used = 0
  let open = 0
  let strange = 0
  let isMeasuring = false
  const acknowledgement = createLatencies()
  const delivery = createLatencies()
  const total = { acknowledged: 0, delivered: 0, refused: 0 }
  /** A server may say that it is too busy; then it owes nothing, and the outcome is open. */
  const refusals = new Map<number, unknown>()

  function sizeOf(conversation: number): number {
    return 1 + (conversations[conversation]?.members.length ?? 0)
  }

  /** @returns whether it is the first of its kind */
  function count(counter: number): boolean {
    const before = counters[counter] ?? 0
    counters[counter] = Math.min(before + 1, 255)
    if (before === 0) open -= 1
    return before === 0
  }

  return {
    acknowledgement,
    delivery,
    total,
    /** @returns the new message's number, with which its text begins */
    send(conversation: number): number {
      const message = counterOf.length
      const size = sizeOf(conversation)
      if (used + size > counters.length) counters = grown(counters)
      counterOf.push(used)
      conversationOf.push(conversation)
      sentAt.push(isMeasuring ? performance.now() : undefined)
      used += size
      open += size
      return message
    },
    refused(message: number, reason: unknown): void {
      const first = counterOf[message] ?? 0
      const end = first + sizeOf(conversationOf[message] ?? -1)
      open -= counters.subarray(first, end).filter(times => times === 0).length
      refusals.set(message, reason)
      total.refused += 1
    },
    acknowledged(message: number): void {
      if (!count(counterOf[message] ?? 0)) return
      total.acknowledged += 1
      const since = sentAt[message]
      if (since !== undefined) acknowledgement.record(performance.now() - since)
    },
    /** @returns the message's number */
    delivered(conversation: number, member: number, text: string): number {
      const message = Number.parseInt(text, 10)
      if (conversationOf[message] !== conversation) {
        strange += 1
        return -1
      }
      if (refusals.has(message) || !count((counterOf[message] ?? 0) + 1 + member)) return message
      total.delivered += 1
      const since = sentAt[message]
      if (since !== undefined) delivery.record(performance.now() - since)
      return message
    },
    /** Whether what is sent from now on counts among the times. */
    measure(whether: boolean): void {
      isMeasuring = whether
    },
    /** Resolves when all has been acknowledged and delivered, or nothing more comes. */
    async settled(patienceMs: number): Promise<void> {
      let last = open
      let since = performance.now()
      while (open > 0 && performance.now() - since < patienceMs) {
        await pause(10)
        if (open !== last) since = performance.now()
        last = open
      }
    },
    compare(stored: readonly StoredText[]) {
      const [reason] = refusals.values()
      const refused = { count: refusals.size, reason }
      return { messages: counterOf.length, refused, wrong: countWrong(stored) }
    },
  }

  function countWrong(stored: readonly StoredText[]): Wrong {
    const wrong = { unacknowledged: 0, lost: 0, doubled: 0, unstored: 0, storedTwice: 0, strange }
    const times = new Uint8Array(counterOf.length)
    for (const { conversationId, text } of stored) {
      const message = Number.parseInt(text, 10)
      const conversation = conversations[conversationOf[message] ?? -1]
      if (conversation?.id !== conversationId || text !== textOf(message)) wrong.strange += 1
      else times[message] = Math.min((times[message] ?? 0) + 1, 255)
    }
    for (const [message, first] of counterOf.entries()) {
      if ((times[message] ?? 0) > 1) wrong.storedTwice += 1
      if (refusals.has(message)) continue
      if (times[message] === 0) wrong.unstored += 1
      if (counters[first] === 0) wrong.unacknowledged += 1
      for (let at = first + 1; at < first + sizeOf(conversationOf[message] ?? -1); at += 1) {
        if (counters[at] === 0) wrong.lost += 1
        else if (counters[at] !== 1) wrong.doubled += 1
      }
    }
    return wrong
  }
}

const filler =
  'Could you come on Tuesday between nine and eleven? The tap in the kitchen still drips, and I would like to talk about the price of a new one before you order it.'

/** From a word or two to two sentences, as people write, after its number. */
export function textOf(message: number): string {
  return `${message}: ${filler.slice(0, 10 + ((message * 37) % (filler.length - 10)))}`
}

function grown(counters: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(counters.length * 2)
  larger.set(counters)
  return larger
}
