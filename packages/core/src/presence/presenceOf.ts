import { type Attendance, nowhere } from '@parley/bus/attendance'
import type { Bus } from '@parley/bus/bus'
import { iso, type Sql } from '@parley/db/database'
import { type Allowed, allowedAmong, type Look } from '@parley/db/queries/presence'
import type { Presence } from '@parley/protocol/presence'

export interface Seen {
  /** In the order of the looks. */
  presences: Presence[]
  /** The counts of those looked at; nothing while the nodes cannot ask each other. */
  counts: ReadonlyMap<string, Attendance> | undefined
}

/** What many looks see: one statement and one question to the nodes. */
export async function presencesOf(
  { sql, bus }: { sql: Sql; bus: Bus },
  looks: readonly Look[],
): Promise<Seen> {
  if (looks.length === 0) return { presences: [], counts: new Map() }
  const targets = [...new Set(looks.map(({ target }) => target))]
  const [allowed, counts] = await Promise.all([allowedAmong(sql, looks), countsOf(bus, targets)])
  const byLook = new Map(allowed.map(one => [keyOf(one), one]))
  // All who may see somebody see the same, and are told it for as long as they look.
  const shown = new Map<string, Presence>()
  const presences = looks.map(look => {
    const { target } = look
    const right = byLook.get(keyOf(look))
    const key = right ? `seen ${target}` : `unseen ${target}`
    const known = shown.get(key)
    if (known) return known
    const presence = presenceOf(target, right, counts && (counts.get(target) ?? nowhere))
    shown.set(key, presence)
    return presence
  })
  return { presences, counts }
}

export async function countsOf(bus: Bus, people: string[]): Promise<Seen['counts']> {
  const counts = await bus.attendances(people)
  return counts && new Map(people.map((person, at) => [person, counts[at] ?? nowhere]))
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
