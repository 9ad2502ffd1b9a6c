import type { Listed } from '@parley/client/listed'

/** A pair stays a pair, and a group from which people went stays a group: their rows stay too. */
export function isGroup({ participants }: Pick<Listed, 'participants'>): boolean {
  return participants.length > 2
}
