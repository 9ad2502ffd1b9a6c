/** What an administrator sees of the nodes and their connections, and of bulk messages. */
import * as z from 'zod/mini'
import { failure } from './bulk.ts'
import { count, timestamp, userId } from './ids.ts'
import { user } from './user.ts'

const id = z.string()
const bytes = z.int().check(z.gte(0))

/** One node, as it says itself. */
export const nodeReport = z.object({
  /** Another one at each start. */
  id,
  since: timestamp,
  /** Sockets, and requests that stream. */
  connections: z.object({ ws: count, http: count }),
  /** With at least one connection to this node. */
  peopleOnline: count,
  /** That those people take part in, give or take the last seconds; not told without the database. */
  conversations: z.optional(count),
  queuedBytes: bytes,
})
export type NodeReport = z.infer<typeof nodeReport>

/** One connection of somebody. */
export const connectionReport = z.object({
  id,
  node: id,
  userId,
  /** Of our own accounts; it names the session and opens nothing. */
  sessionId: z.optional(id),
  since: timestamp,
  transport: z.enum(['ws', 'http']),
  /** Nobody looks at that device. */
  away: z.boolean(),
  queuedBytes: bytes,
})
export type ConnectionReport = z.infer<typeof connectionReport>

const connectionsReport = z.object({
  /** In the order in which they started. */
  nodes: z.array(nodeReport),
  /** Nodes that are there, as far as is known, and did not answer within a second. */
  silent: z.array(id),
  /** Whom was asked about, and their connections; empty when only the nodes were. */
  people: z.array(user),
  connections: z.array(connectionReport),
})
export type ConnectionsReport = z.infer<typeof connectionsReport>

/** How far a test signal to a person came: which nodes heard it, and how many devices answered. */
const signalReport = z.object({
  nodes: z.array(
    z.object({
      id,
      /** The node took the signal from the bus, as it would take a message for that person. */
      heard: z.boolean(),
      connections: count,
      /** Of the sockets among them; what streams over HTTP has no way to answer. */
      answered: count,
    }),
  ),
  tookMs: z.number(),
})
export type SignalReport = z.infer<typeof signalReport>

/** What was ended. */
const ended = z.object({ sessions: count, connections: count })
export type Ended = z.infer<typeof ended>

/** Broadcasts, and what became of their recipients. */
const bulkUse = { broadcasts: count, recipients: count, sent: count, failed: count }

/** How bulk messages were used, by the day on which they were written, in UTC. */
const bulkReport = z.object({
  /** Each day up to today, the earliest first, also those without any. */
  days: z.array(z.object({ day: z.iso.date(), ...bulkUse })),
  /** Those with the most recipients first, and no more than `limits.bulkContractors`. */
  contractors: z.array(z.object({ user, ...bulkUse, lastAt: timestamp })),
  /** For each reason that there was, the most frequent first. */
  failures: z.array(z.object({ reason: failure, count })),
  /** From beginning to end, of those that finished; not told when none has. */
  seconds: z.optional(z.object({ p50: z.number(), p95: z.number() })),
})
export type BulkReport = z.infer<typeof bulkReport>
