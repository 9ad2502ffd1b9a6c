import type { Participant } from '@parley/protocol/participant'
import { useMemo, useState } from 'react'
import { namesOf } from './room.ts'

type Names = ReadonlyMap<string, string>

/** What everybody is called: the same object until that changes, however far they read. */
export function useNames(participants: readonly Participant[]): Names {
  const next = useMemo(() => namesOf(participants), [participants])
  const [known, setKnown] = useState(next)
  if (known === next || isSame(known, next)) return known
  setKnown(next)
  return next
}

function isSame(one: Names, other: Names): boolean {
  return one.size === other.size && [...one].every(([id, name]) => other.get(id) === name)
}
