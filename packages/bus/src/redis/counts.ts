// How the number of somebody's connections on a node is written, and read.

import { type Attendance, nowhere } from '../attendance.ts'

/** The same as the script that writes it puts together; the last is for limits. */
const written = /^(\d+),(\d+),\d+$/

/** All of somebody's nodes together; what cannot be read counts as nothing. */
export function sumOf(counts: unknown, here: Attendance = nowhere): Attendance {
  const all = { connections: here.connections, away: here.away }
  for (const count of Array.isArray(counts) ? counts : []) {
    const [, connections, away] = written.exec(String(count)) ?? []
    all.connections += Number(connections ?? 0)
    all.away += Number(away ?? 0)
  }
  return all
}
