import { findOpened, insertConversation, type Opening } from '@parley/db/queries/openConversation'
import type { Core } from '../core.ts'
import { rightsOf } from '../presence/rights.ts'

/** Makes a conversation and tells all who are in it, unless somebody else just made it. */
export async function openNew(core: Core, opening: Opening): Promise<string> {
  const made = await core.sql.begin(tx => insertConversation(tx, opening))
  const id = made ?? (await findOpened(core.sql, opening))
  if (!id) throw new Error('a conversation that could not be made exists')
  if (!made) return id
  core.bus.publish(opening.people, { conversationId: id, version: 1, head: true })
  // Whoever looks at another one of them already may see them now.
  for (const userId of opening.people) core.bus.stir(rightsOf(userId))
  return id
}
