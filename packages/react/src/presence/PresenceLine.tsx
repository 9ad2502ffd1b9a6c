import type { Presence } from '@parley/protocol/presence'
import { lastSeenOf } from '../time/format.ts'
import { useNow } from '../time/useNow.ts'
import { usePresence } from '../usePresence.ts'
import { words } from '../words/words.ts'

/** "5 minutes ago" is true for a while. */
const againMs = 20_000

/** Whether somebody is there, or when they last were; nothing where that is not known. */
export function PresenceLine({ userId }: { userId: string }) {
  const presence = usePresence(userId)
  const now = useNow(presence.status === 'offline' && presence.lastSeen !== undefined, againMs)
  return <>{presenceText(presence, now)}</>
}

function presenceText({ status, lastSeen }: Presence, now: number): string | undefined {
  if (status === 'online' || status === 'away') return words.presence[status]
  if (status === 'unknown' || !lastSeen) return undefined
  return lastSeenOf(lastSeen, new Date(now))
}
