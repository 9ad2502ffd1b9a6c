import type { Listed } from '@parley/client/listed'
import { ConversationAvatar } from '@parley/react/list/ConversationAvatar'
import { conversationName } from '@parley/react/list/conversationName'
import { PlaceLink } from '@parley/react/navigation/PlaceLink'
import { briefTimeOf, exactTimeOf } from '@parley/react/time/format'

export function SharedConversation({ listed }: { listed: Listed }) {
  return (
    <li>
      <PlaceLink
        to={{ at: 'conversation', id: listed.id }}
        className="flex min-h-11 items-center gap-3 rounded-control p-2 hover:bg-hover"
      >
        <ConversationAvatar conversation={listed} size="small" isHidden />
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="truncate font-medium">
            <bdi>{conversationName(listed)}</bdi>
          </span>
          {listed.job && (
            <span className="truncate text-petrol text-small">
              <bdi>{listed.job.title}</bdi>
            </span>
          )}
        </span>
        <time
          dateTime={listed.updatedAt}
          title={exactTimeOf(listed.updatedAt)}
          className="shrink-0 text-soft text-tiny"
        >
          {briefTimeOf(listed.updatedAt)}
        </time>
      </PlaceLink>
    </li>
  )
}
