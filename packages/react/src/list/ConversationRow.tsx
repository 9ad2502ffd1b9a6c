import type { Listed } from '@parley/client/listed'
import { memo } from 'react'
import { DotsIcon } from '../icons/DotsIcon.tsx'
import { PlaceLink } from '../navigation/PlaceLink.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { useOnScreen } from '../presence/useOnScreen.ts'
import { briefTimeOf } from '../time/format.ts'
import { words } from '../words/words.ts'
import { ConversationAvatar } from './ConversationAvatar.tsx'
import { isUnread } from './conversationActs.ts'
import { conversationMenu } from './conversationMenu.ts'
import { conversationName } from './conversationName.ts'
import { LastLine } from './LastLine.tsx'
import { RowMarks } from './RowMarks.tsx'

interface Props {
  listed: Listed
  isChosen: boolean
  /** The one row that Tab leads to. */
  isTabStop: boolean
  isMenuOpen: boolean
  /** When today began. */
  today: number
  onMenu: (id: string, button: HTMLElement) => void
}

/** One conversation. Its name is read out first, and whether they are there last. */
export const ConversationRow = memo(function ConversationRow(props: Props) {
  const { listed, isChosen, isTabStop, isMenuOpen, today, onMenu } = props
  const [row, isOnScreen] = useOnScreen<HTMLDivElement>()
  const name = conversationName(listed)
  const isNews = isUnread(listed) && !listed.muted
  return (
    <div ref={row} className="group/row relative">
      <PlaceLink
        to={{ at: 'conversation', id: listed.id }}
        aria-current={isChosen ? 'page' : undefined}
        tabIndex={isTabStop ? 0 : -1}
        draggable={false}
        className="flex items-center gap-3 rounded-card px-2.5 py-2.5 -outline-offset-2 select-none [-webkit-touch-callout:none] group-hover/row:bg-hover aria-[current=page]:bg-chosen"
      >
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="flex items-baseline gap-2">
            <span className={`min-w-0 flex-1 truncate ${isNews ? 'font-semibold' : 'font-medium'}`}>
              <bdi>{name}</bdi>
            </span>
            <time
              dateTime={listed.updatedAt}
              className="shrink-0 text-soft text-tiny hoverable:group-hover/row:opacity-0 group-has-[button:focus-visible]/row:opacity-0 group-has-aria-expanded/row:opacity-0"
            >
              {briefTimeOf(listed.updatedAt, new Date(today))}
            </time>
          </span>
          {listed.job && (
            <span className="truncate text-petrol text-small">
              <bdi>{listed.job.title}</bdi>
            </span>
          )}
          <span className="flex min-h-5 items-center gap-2">
            <LastLine listed={listed} isChosen={isChosen} isOnScreen={isOnScreen} />
            <RowMarks {...listed} />
          </span>
        </span>
        <span className="order-first flex">
          <ConversationAvatar conversation={listed} size="usual" isHidden={!isOnScreen} />
        </span>
      </PlaceLink>
      <IconButton
        label={words.conversations.options(name)}
        icon={<DotsIcon />}
        isSmall
        tabIndex={-1}
        aria-haspopup="menu"
        aria-expanded={isMenuOpen}
        onClick={event => onMenu(listed.id, event.currentTarget)}
        onPointerEnter={conversationMenu.prefetch}
        onFocus={conversationMenu.prefetch}
        className="absolute end-1.5 top-1.5 opacity-0 hover:bg-line focus-visible:opacity-100 aria-expanded:opacity-100 touch:hidden hoverable:group-hover/row:opacity-100"
      />
    </div>
  )
})
