import type { Listed } from '@parley/client/listed'

/** Whoever opened the group, or administers Parley: they remove people and show newcomers the past. */
export function isInCharge(
  { openedBy, participants }: Pick<Listed, 'openedBy' | 'participants'>,
  me: string,
): boolean {
  const own = participants.find(({ userId }) => userId === me)
  return openedBy === me || own?.user.role === 'admin'
}
