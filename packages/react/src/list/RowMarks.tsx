import type { Listed } from '@parley/client/listed'
import type { ReactNode } from 'react'
import { MutedIcon } from '../icons/MutedIcon.tsx'
import { PinIcon } from '../icons/PinIcon.tsx'
import { words } from '../words/words.ts'

type Marked = Pick<Listed, 'pinned' | 'muted' | 'mentioned' | 'markedUnread' | 'unreadCount'>

/** How a conversation stands with me, in signs; what they mean is said beside them. */
export function RowMarks({ pinned, muted, mentioned, markedUnread, unreadCount }: Marked) {
  const text = words.conversations
  const ground = muted ? 'bg-line text-ink' : 'bg-marigold text-on-marigold'
  return (
    <span className="flex shrink-0 items-center gap-1.5 text-soft empty:hidden">
      {muted && <Sign means={text.muted}>{<MutedIcon size={16} />}</Sign>}
      {pinned && <Sign means={text.pinned}>{<PinIcon size={16} />}</Sign>}
      {mentioned && (
        <Sign means={text.mentioned}>
          <span className="inline-flex size-5 items-center justify-center rounded-full bg-marigold pb-px font-semibold text-on-marigold text-tiny">
            @
          </span>
        </Sign>
      )}
      {unreadCount > 0 && (
        <Sign means={text.unread(unreadCount)}>
          <span
            className={`inline-flex h-5 min-w-5 items-center justify-center rounded-full px-1.5 font-semibold text-tiny ${ground}`}
          >
            {text.unreadBadge(unreadCount)}
          </span>
        </Sign>
      )}
      {unreadCount === 0 && markedUnread && (
        <Sign means={text.markedUnread}>
          <span className={`mx-1 block size-3 rounded-full ${muted ? 'bg-edge' : 'bg-marigold'}`} />
        </Sign>
      )}
    </span>
  )
}

function Sign({ means, children }: { means: string; children: ReactNode }) {
  return (
    <span className="inline-flex" title={means}>
      <span aria-hidden="true" className="inline-flex">
        {children}
      </span>
      <span className="sr-only">{means}</span>
    </span>
  )
}
