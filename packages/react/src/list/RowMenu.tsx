import type { Listed } from '@parley/client/listed'
import { OnDemand } from '../parts/OnDemand.tsx'
import { words } from '../words/words.ts'
import { conversationMenu } from './conversationMenu.ts'
import { conversationName } from './conversationName.ts'

/** Where a menu opens: at a button, or under the pointer, which is a place without a size. */
export type Spot = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>

interface Props {
  conversation: Listed
  spot: Spot
  onClosed: () => void
}

/**
 * The menu of a row. It belongs to the list, since a row may move, or go out of view and be
 * drawn no more, while its menu is open.
 */
export function RowMenu({ conversation, spot, onClosed }: Props) {
  const trigger = (
    <button
      type="button"
      tabIndex={-1}
      aria-label={words.conversations.options(conversationName(conversation))}
      className="pointer-events-none fixed opacity-0"
      style={{ left: spot.left, top: spot.top, width: spot.width, height: spot.height }}
    />
  )
  const close = (event: Event) => {
    event.preventDefault()
    onClosed()
  }
  return (
    <OnDemand of={conversationMenu} onFailed={onClosed}>
      {Items => (
        <Items conversation={conversation} trigger={trigger} landmark="nav" onClosed={close} />
      )}
    </OnDemand>
  )
}
