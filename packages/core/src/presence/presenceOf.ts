import { type Attendance, nowhere } from '@parley/bus/attendance'
import type { Bus } from '@parley/bus/bus'
import { iso, type Sql } from '@parley/db/database'
import { type Allowed, allowedAmong, type Look } from '@parley/db/queries/presence'
import type { Presence } from '@parley/protocol/presence'

/** What many looks see, in their order: one statement and one question to the nodes. */
export async function presencesOf(
  { sql, bus }: { sql: Sql; bus: Bus },
  looks: readonly Look[],
): Promise<{ presences: Presence[]; isKnown: boolean }> {
  if (looks.length === 0) return { presences: [], isKnown: true }
  const targets = [...new Set(looks.map(({ target }) => target))]
  const [allowed, attendances] = await Promise.all([
    allowedAmong(sql, looks),
    bus.attendances(targets),
  ])
  const byLook = new Map(allowed.map(one => [keyOf(one), one]))
  const here = attendances && new Map(targets.map((target, at) => [target, attendances[at]]))
  const presences = looks.map(look => {
    const attendance = here && (here.get(look.target) ?? nowhere)
    return presenceOf(look.target, byLook.get(keyOf(look)), attendance)
  })
  return { presences, isKnown: attendances !== undefined }
}

/** Ids have no such character. */
function keyOf({ viewer, target }: Look): string {
  return `${viewer}\0${target}`
}

/** Whoever may not look sees the same as of somebody who does not exist. */
function presenceOf(
  userId: string,
  allowed: Allowed | undefined,
  attendance: Attendance | undefined,
): Presence {
  if (!allowed) return { userId, status: 'offline', connectionCount: 0 }
  if (!attendance) return { userId, status: 'unknown', connectionCount: 0 }
  const { connections, away } = attendance
  if (connections > 0) {
    return { userId, status: away < connections ? 'online' : 'away', connectionCount: connections }
  }
  const { lastSeen } = allowed
  const seen = lastSeen === null ? {} : { lastSeen: iso(lastSeen) }
  return { userId, status: 'offline', connectionCount: 0, ...seen }
}
