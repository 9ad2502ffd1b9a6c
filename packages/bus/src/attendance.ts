/** How many connections of a person there are, and how many of them nobody looks at. */
export interface Attendance {
  connections: number
  away: number
  /** How many of them no limit counts, since they are on their way to another node. */
  moving?: number
}

/** How many a limit counts. */
export function limitedOf({ connections, moving = 0 }: Attendance): number {
  return connections - moving
}

export const nowhere: Attendance = { connections: 0, away: 0 }
