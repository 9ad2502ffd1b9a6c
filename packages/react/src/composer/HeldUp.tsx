import type { Outgoing } from '@parley/client/outbox'
import { useNow } from '../time/useNow.ts'
import { useHeldUpTo } from '../useHeldUpTo.ts'
import { words } from '../words/words.ts'

/** What waits goes by itself once the server takes messages again; nobody has to do anything. */
export function HeldUp({ outgoing }: { outgoing: readonly Outgoing[] }) {
  const until = useHeldUpTo()
  const waits = outgoing.some(({ state }) => state.kind !== 'failed')
  const now = useNow(until !== undefined)
  if (until === undefined || !waits) return null
  const seconds = Math.max(1, Math.ceil((until - now) / 1000))
  return (
    <p className="flex justify-center gap-x-1.5 px-3 py-1.5 text-small text-soft two:px-6">
      <span role="status">{words.composer.heldUp}</span>
      {/* Not read out each second. */}
      <span aria-live="off">{words.composer.againIn(seconds)}</span>
    </p>
  )
}
