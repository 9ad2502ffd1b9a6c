import type { Bus } from '@parley/bus/bus'

/**
 * What the nodes are told under when a person's own right to look at others changed. It is no
 * userId, which has no NUL: whoever watched a person of that name would hear it in their place.
 */
export function rightsOf(userId: string): string {
  return `\0rights of ${userId}`
}

/** Who may see this person, or whom they may see, is another than before. */
export function stirRights(bus: Bus, userId: string): void {
  bus.stir(userId)
  bus.stir(rightsOf(userId))
}
