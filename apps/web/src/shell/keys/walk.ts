export interface Step {
  by: 1 | -1
  onlyUnread: boolean
}

interface Stop {
  id: string
  isUnread: boolean
}

/**
 * The next or the previous conversation in the order shown. All of them end at the ends; of the
 * unread ones the first comes after the last, since they are few and elsewhere.
 */
export function neighbour(
  stops: readonly Stop[],
  hereId: string | undefined,
  { by, onlyUnread }: Step,
): string | undefined {
  const here = stops.findIndex(({ id }) => id === hereId)
  const ahead = by === 1 ? stops.slice(here + 1) : stops.slice(0, Math.max(here, 0)).toReversed()
  const start = here === -1 && by === -1 ? stops.toReversed() : ahead
  if (!onlyUnread) return start[0]?.id
  const around = by === 1 ? stops : stops.toReversed()
  return [...start, ...around].find(({ id, isUnread }) => isUnread && id !== hereId)?.id
}
