import type { Attendance } from '@parley/bus/attendance'

/** One connection on this node. */
export interface One {
  isAway: boolean
  /** It was asked to move to another node. */
  isMoving: boolean
}

/**
 * What counts of a person here: all that stay, or one for those that are only just going, which
 * no limit counts when it is to turn up on another node.
 */
export function countOf(ones: ReadonlySet<One>, gone: One | undefined): Attendance {
  const staying = [...ones].filter(one => !one.isMoving)
  const counted = staying.length > 0 ? staying : lastOf(gone ? [...ones, gone] : [...ones])
  const moving = counted.filter(one => one.isMoving).length
  const away = counted.filter(one => one.isAway).length
  return { connections: counted.length, away, ...(moving > 0 && { moving }) }
}

/** One that is not away, if there is one. */
function lastOf(going: One[]): One[] {
  return going.toSorted((a, b) => Number(a.isAway) - Number(b.isAway)).slice(0, 1)
}

export function isSameCount(a: Attendance, b: Attendance): boolean {
  return a.connections === b.connections && a.away === b.away && a.moving === b.moving
}
