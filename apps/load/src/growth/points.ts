/** What grows, one axis at a time, with everything else as at the beginning of each. */
import type { Population } from '../rows/populate.ts'

export const axes = ['rows', 'conversations', 'connections'] as const
export type Axis = (typeof axes)[number]

export interface Point {
  axis: Axis
  /** How much there is of what grows, and in words. */
  size: number
  name: string
  population: Population
  /** People who are there and do nothing, besides those who chat. */
  connections: number
}

const sizes: Record<Axis, number[]> = {
  rows: [100_000, 1_000_000, 10_000_000],
  conversations: [10, 100, 1000],
  connections: [100, 1000, 10_000],
}

const unit: Record<Axis, string> = {
  rows: 'messages',
  conversations: 'conversations of a person',
  connections: 'connections',
}

/** A tenth of the smallest number of messages: the conversation whose pages are read. */
const long = 10_000
const usual = { messages: 100_000, busy: 100, connections: 100 }

export function pointsOf(axis: Axis, largest: number): Point[] {
  return sizes[axis]
    .filter(size => size <= largest)
    .map(size => ({
      axis,
      size,
      name: `${size.toLocaleString('en')} ${unit[axis]}`,
      population: populationOf({
        messages: axis === 'rows' ? size : usual.messages,
        busy: axis === 'conversations' ? size : usual.busy,
      }),
      connections: axis === 'connections' ? size : usual.connections,
    }))
}

/** Ten messages in each conversation, twenty conversations for each contractor, two for each customer. */
function populationOf({ messages, busy }: { messages: number; busy: number }): Population {
  const contractors = Math.round((messages - long - busy * 10) / 200)
  return {
    seed: 'growth',
    contractors,
    customers: Math.max(10 * contractors, busy),
    conversationsEach: 20,
    messagesEach: 10,
    busy,
    long,
  }
}

/** What a point takes of the disk while it is being made, sorted and read: a guess on the safe side. */
export function bytesNeeded({ population }: Point): number {
  const { contractors, conversationsEach, messagesEach, long: more } = population
  return 500e6 + 1200 * (contractors * conversationsEach * messagesEach + more)
}
