import type { ConversationHandle } from '@parley/client/conversationHandle'
import type { ConversationView } from '@parley/client/conversationView'
import type { Virtualizer } from '@tanstack/react-virtual'
import type { Row } from './rows.ts'
import { useMore } from './useMore.ts'

/** More is asked for when so few rows are left beyond those that are drawn. */
const within = 10

interface Given {
  view: ConversationView
  handle: Pick<ConversationHandle, 'loadOlder' | 'loadNewer'>
  rows: readonly Row[]
  virtualizer: Virtualizer<HTMLDivElement, Element>
  /** Drawn wherever one scrolls, so it is near to nothing. */
  keptIndex: number
  isPlaced: boolean
}

/** Loads more at either end, before it is scrolled to. */
export function useEdges({ view, handle, rows, virtualizer, keptIndex, isPlaced }: Given) {
  const { messages, complete, latest, loadingOlder, loadingNewer } = view
  // Not the virtualizer's `range`: at this point that is still the one before these rows.
  const drawn = virtualizer.getVirtualItems().filter(({ index }) => index !== keptIndex)
  const [top, bottom] = [drawn[0]?.index ?? within, drawn.at(-1)?.index ?? 0]
  const older = useMore({
    edge: messages[0]?.id,
    isWanted: isPlaced && top < within && !complete && !loadingOlder,
    load: handle.loadOlder,
  })
  const newer = useMore({
    edge: messages.at(-1)?.id,
    isWanted: isPlaced && bottom >= rows.length - within && !latest && !loadingNewer,
    load: handle.loadNewer,
  })
  return {
    retryOlder: older.hasFailed ? older.retry : undefined,
    retryNewer: newer.hasFailed ? newer.retry : undefined,
  }
}
