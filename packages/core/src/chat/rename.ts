import { retitle } from '@parley/db/queries/groups'
import type { RenameInput } from '@parley/protocol/chatInputs'
import type { Conversation } from '@parley/protocol/conversation'
import type { Caller, Core } from '../core.ts'
import { changeGroup } from './changeGroup.ts'
import { get } from './read.ts'

/** Gives a group a title, or none; the same one again changes nothing. */
export async function rename(
  core: Core,
  caller: Caller,
  { conversationId, title }: RenameInput,
): Promise<Conversation> {
  await changeGroup(core, caller, conversationId, async (tx, group) => {
    if ((group.title ?? undefined) === title) return undefined
    const version = group.version + 1
    const job = await retitle(tx, conversationId, { title: title ?? null, version })
    const titled = title === undefined ? {} : { title }
    return {
      event: { kind: 'renamed', ...titled },
      version,
      changes: [{ conversationId, version, conversation: { ...titled, ...(job && { job }) } }],
      own: [],
    }
  })
  return get(core, caller, conversationId)
}
