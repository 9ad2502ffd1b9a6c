import { useOffline } from '../connection/useOffline.ts'
import { words } from '../words/words.ts'

/** Why what was asked for takes so long: without a connection nothing goes out. */
export function WaitingHint({ isBusy }: { isBusy: boolean }) {
  const isOffline = useOffline()
  return (
    <p role="status" className="text-small text-soft empty:-mt-4">
      {isBusy && isOffline && words.waitsForServer}
    </p>
  )
}
