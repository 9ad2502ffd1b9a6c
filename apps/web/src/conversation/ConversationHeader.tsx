import type { Listed } from '@parley/client/listed'
import { useLocation } from 'wouter'
import { BackIcon } from '../icons/BackIcon.tsx'
import { TicketIcon } from '../icons/TicketIcon.tsx'
import { conversationName } from '../list/conversationName.ts'
import { Avatar } from '../parts/Avatar.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { words } from '../words/words.ts'

interface Props {
  conversation: Listed
  hasBack: boolean
  areDetailsOpen: boolean
  onDetails: () => void
}

export function ConversationHeader(props: Props) {
  const { conversation, hasBack, areDetailsOpen, onDetails } = props
  const [other] = conversation.others
  return (
    <header className="flex min-h-16 items-center gap-3 border-line border-b bg-surface px-2 py-2 two:px-6">
      {hasBack && <BackButton />}
      {other && <Avatar user={other.user} size="small" />}
      <div className="flex min-w-0 flex-1 flex-col">
        <h1 className="truncate font-semibold">
          <bdi>{conversationName(conversation)}</bdi>
        </h1>
        {conversation.job && (
          <p className="truncate text-petrol text-small">
            <bdi>{conversation.job.title}</bdi>
          </p>
        )}
      </div>
      <IconButton
        label={words.conversation.details}
        icon={<TicketIcon />}
        aria-expanded={areDetailsOpen}
        onClick={onDetails}
        className="aria-expanded:bg-chosen aria-expanded:text-petrol"
      />
    </header>
  )
}

/** Back to the list as the browser's Back does it, where the list is what was before. */
function BackButton() {
  const [, navigate] = useLocation()
  function back() {
    const state: unknown = history.state
    const isFromList = typeof state === 'object' && state !== null && 'fromList' in state
    if (isFromList) history.back()
    else navigate('/', { replace: true })
  }
  return <IconButton label={words.conversation.back} icon={<BackIcon />} onClick={back} />
}
