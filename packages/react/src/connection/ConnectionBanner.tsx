import { useNow } from '../time/useNow.ts'
import { useClient } from '../useClient.ts'
import { useConnection } from '../useConnection.ts'
import { words } from '../words/words.ts'
import { useOffline } from './useOffline.ts'

/** Says that the connection is gone once it is for 3 seconds, and goes by itself. */
export function ConnectionBanner() {
  const isOffline = useOffline()
  return <div role="status">{isOffline && <Banner />}</div>
}

function Banner() {
  const { reconnectNow } = useClient()
  return (
    <div className="flex min-h-10 items-center justify-center gap-x-3 gap-y-1 bg-marigold px-4 py-1.5 text-on-marigold text-small">
      <Explanation />
      <button
        type="button"
        onClick={reconnectNow}
        className="min-h-6 shrink-0 font-semibold underline underline-offset-3 touch:min-h-11"
      >
        {words.connection.retryNow}
      </button>
    </div>
  )
}

function Explanation() {
  const connection = useConnection()
  const now = useNow(connection.state === 'reconnecting')
  if (connection.state === 'refused') return <p>{words.connection.refused(connection.reason)}</p>
  const seconds =
    connection.state === 'reconnecting' ? Math.ceil((connection.retryAt - now) / 1000) : undefined
  return (
    <p>
      {connection.state === 'offline' ? words.connection.noNetwork : words.connection.offline}{' '}
      {/* Not read out each second. */}
      <span aria-live="off">
        {seconds !== undefined &&
          (seconds > 0 ? words.connection.retryIn(seconds) : words.connection.retrying)}
      </span>
    </p>
  )
}
