import * as z from 'zod/mini'
import { sharedFields } from '../conversation.ts'
import { conversationId, count, seq, timestamp, userId } from '../ids.ts'
import { message } from '../message.ts'
import { participant } from '../participant.ts'
import type { Replica } from './replica.ts'

const replica = z.object({
  id: conversationId,
  held: count,
  wanted: count,
  ahead: z.array(count),
  shared: sharedFields,
  sharedVersion: count,
  openedBy: z.optional(userId),
  lastSeq: count,
  updatedAt: timestamp,
  participants: z.array(participant),
  messages: z.array(message),
  from: z.union([seq, z.undefined()]),
  complete: z.boolean(),
  counted: z.object({ version: count, lastSeq: count, readSeq: count, unread: count }),
})

/** What was kept of a replica, or nothing when it is not one that the merge could have made. */
export function readReplica(row: unknown): Replica | undefined {
  const parsed = replica.safeParse(row)
  if (!parsed.success) return undefined
  const kept = parsed.data
  return isSound(kept) ? kept : undefined
}

/** Messages ascend, belong here, and without a gap to be closed none is missing among the loaded ones. */
function isSound({ id, held, wanted, messages, lastSeq, from }: Replica): boolean {
  const whole = wanted === held
  return (
    wanted >= held &&
    messages.every(({ seq, conversationId }, at) => {
      const before = messages[at - 1]?.seq ?? 0
      const isLoaded = from !== undefined && before >= from
      return conversationId === id && seq > before && !(whole && isLoaded && seq !== before + 1)
    }) &&
    (messages.at(-1)?.seq ?? 0) <= lastSeq
  )
}
