/** How many connections of a person there are, and how many of them nobody looks at. */
export interface Attendance {
  connections: number
  away: number
}

export const nowhere: Attendance = { connections: 0, away: 0 }
