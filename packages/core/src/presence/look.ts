import type { Presence } from '@parley/protocol/presence'
import type { Caller, Core } from '../core.ts'
import { presencesOf } from './presenceOf.ts'

/** The presence of each, in the order asked. */
export async function getMany(
  core: Core,
  { userId: viewer }: Caller,
  userIds: readonly string[],
): Promise<Presence[]> {
  const looks = userIds.map(target => ({ viewer, target }))
  return (await presencesOf(core, looks)).presences
}

export async function get(core: Core, caller: Caller, userId: string): Promise<Presence> {
  const [presence] = await getMany(core, caller, [userId])
  return presence ?? { userId, status: 'offline', connectionCount: 0 }
}
