/** A device at its barest: it follows, merges what comes, and asks for what is missing. */
import { setTimeout as pause } from 'node:timers/promises'
import { changesSince, get, history } from '@parley/core/chat/read'
import type { Caller, Core } from '@parley/core/core'
import { type Frame, follow } from '@parley/core/delivery/follow'
import type { Change } from '@parley/protocol/change'
import {
  mergeCatchUp,
  mergeChanges,
  mergeConversation,
  mergeHistory,
} from '@parley/protocol/replica/merge'
import { hasGap, type Replica } from '@parley/protocol/replica/replica'

/** @param from the cursor to continue from */
export function listen(core: Core, { userId }: Caller, from?: string) {
  const stop = new AbortController()
  const changes: Change[] = []
  let last: Frame | undefined
  const subscriber = { signal: stop.signal, writable: () => Promise.resolve() }
  const done = (async () => {
    for await (const frame of follow(core.delivery, userId, from, subscriber)) {
      last = frame
      changes.push(...frame.changes)
    }
  })()
  return {
    /** Everything that came, as it came. */
    changes,
    cursor: () => last?.id,
    async ready() {
      while (!last) await Promise.race([pause(1), done])
    },
    async stop() {
      stop.abort()
      await done
    },
  }
}

export type Listener = ReturnType<typeof listen>

/** A conversation with its newest page, as somebody reads it who opens it. */
export async function readWhole(core: Core, by: Caller, conversationId: string): Promise<Replica> {
  const conversation = await get(core, by, conversationId)
  const page = await history(core, by, { conversationId, limit: 100 })
  const begun = mergeConversation(undefined, conversation, by.userId)
  return mergeHistory(begun, page.toJSON(), { limit: 100 })
}

/** What a replica becomes through changes, and through asking where they leave a gap. */
export async function caughtUp(
  core: Core,
  by: Caller,
  { replica, changes }: { replica: Replica; changes: readonly Change[] },
): Promise<{ replica: Replica; asked: number }> {
  const conversationId = replica.id
  let merged = mergeChanges(
    replica,
    changes.filter(change => change.conversationId === conversationId),
  )
  let asked = 0
  while (hasGap(merged)) {
    const input = { conversationId, version: merged.held }
    merged = mergeCatchUp(merged, await changesSince(core, by, input))
    asked += 1
  }
  return { replica: merged, asked }
}
