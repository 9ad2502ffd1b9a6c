import type { Listed } from '@parley/client/listed'
import { memo } from 'react'
import { eventText } from '../conversation/eventText.ts'
import { namer } from '../conversation/room.ts'
import { Ticks } from '../conversation/Ticks.tsx'
import { tickOf } from '../conversation/tickOf.ts'
import { PlaceLink } from '../navigation/PlaceLink.tsx'
import { typingText } from '../presence/typingText.ts'
import { useOnScreen } from '../presence/useOnScreen.ts'
import { briefTimeOf, exactTimeOf } from '../time/format.ts'
import { useClient } from '../useClient.ts'
import { useComposer } from '../useComposer.ts'
import { useTyping } from '../useTyping.ts'
import { words } from '../words/words.ts'
import { ConversationAvatar } from './ConversationAvatar.tsx'
import { conversationName } from './conversationName.ts'

interface Props {
  listed: Listed
  isChosen: boolean
}

export const ConversationRow = memo(function ConversationRow({ listed, isChosen }: Props) {
  const [row, isOnScreen] = useOnScreen<HTMLLIElement>()
  return (
    <li ref={row}>
      <PlaceLink
        to={{ at: 'conversation', id: listed.id }}
        aria-current={isChosen ? 'page' : undefined}
        className="group/row flex items-center gap-3 rounded-card px-2.5 py-2.5 hover:bg-hover aria-[current=page]:bg-chosen"
      >
        <ConversationAvatar conversation={listed} size="usual" isHidden={!isOnScreen} />
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="flex items-baseline gap-2">
            <span className="min-w-0 flex-1 truncate font-medium">
              <bdi>{conversationName(listed)}</bdi>
            </span>
            <time
              dateTime={listed.updatedAt}
              title={exactTimeOf(listed.updatedAt)}
              className="shrink-0 text-soft text-tiny"
            >
              {briefTimeOf(listed.updatedAt)}
            </time>
          </span>
          {listed.job && (
            <span className="truncate text-petrol text-small">
              <bdi>{listed.job.title}</bdi>
            </span>
          )}
          <span className="flex items-center gap-2">
            <LastLine listed={listed} isChosen={isChosen} isOnScreen={isOnScreen} />
            <Unread count={listed.unreadCount} />
          </span>
        </span>
      </PlaceLink>
    </li>
  )
})

function Unread({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <span className="inline-flex h-5 min-w-5 shrink-0 items-center justify-center rounded-full bg-marigold px-1.5 font-semibold text-on-marigold text-tiny">
      <span aria-hidden="true">{words.conversations.unreadBadge(count)}</span>
      <span className="sr-only">{words.conversations.unread(count)}</span>
    </span>
  )
}

interface LastLineProps extends Props {
  isOnScreen: boolean
}

/** What stands to be sent or finished comes before what was said, and what is being said too. */
function LastLine({ listed, isChosen, isOnScreen }: LastLineProps) {
  const { userId } = useClient()
  const { draft } = useComposer(listed.id)
  const typing = typingText(useTyping(isOnScreen ? listed.id : undefined), listed)
  const { pending, lastMessage, others, unreadCount } = listed
  const weight = unreadCount > 0 ? 'font-medium text-ink' : 'text-soft'
  const line = (text: string) => (
    <span className={`min-w-0 flex-1 truncate text-small ${weight}`}>
      <bdi>{text}</bdi>
    </span>
  )
  if (pending) {
    const hasFailed = pending.state.kind === 'failed'
    return (
      <>
        <Ticks tick={hasFailed ? 'failed' : 'waiting'} />
        {hasFailed && (
          <span aria-hidden="true" className="shrink-0 font-medium text-danger text-small">
            {words.conversations.notSent}
          </span>
        )}
        {line(pending.text)}
      </>
    )
  }
  if (typing) {
    return (
      <span className="min-w-0 flex-1 truncate text-petrol text-small">
        <bdi>{typing}</bdi>
      </span>
    )
  }
  if (draft.trim() && !isChosen) {
    return (
      <>
        <span className="shrink-0 font-medium text-mark text-small">
          {words.conversations.draft}
        </span>
        {line(draft)}
      </>
    )
  }
  if (!lastMessage) return line(words.conversations.nothingYet)
  if (lastMessage.event) {
    const nameOf = namer(userId, listed)
    return line(eventText(lastMessage, lastMessage.event, { me: userId, nameOf }))
  }
  const text = lastMessage.content?.text
  if (text === undefined) return line(words.message.removed)
  if (lastMessage.senderId !== userId) return line(text)
  return (
    <>
      <Ticks tick={tickOf(lastMessage, others)} />
      {line(text)}
    </>
  )
}
