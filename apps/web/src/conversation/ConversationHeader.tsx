import type { Listed } from '@parley/client/listed'
import { useLocation } from 'wouter'
import { isGroup } from '../group/isGroup.ts'
import { BackIcon } from '../icons/BackIcon.tsx'
import { PeopleIcon } from '../icons/PeopleIcon.tsx'
import { TicketIcon } from '../icons/TicketIcon.tsx'
import { ConversationAvatar } from '../list/ConversationAvatar.tsx'
import { conversationName } from '../list/conversationName.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { words } from '../words/words.ts'
import type { Side, Sides } from './useSide.ts'

interface Props {
  conversation: Listed
  hasBack: boolean
  sides: Sides
}

export function ConversationHeader({ conversation, hasBack, sides }: Props) {
  return (
    <header className="flex min-h-16 items-center gap-3 border-line border-b bg-surface px-2 py-2 two:px-6">
      {hasBack && <BackButton />}
      <ConversationAvatar conversation={conversation} size="small" />
      <div className="flex min-w-0 flex-1 flex-col">
        <h1 className="truncate font-semibold">
          <bdi>{conversationName(conversation)}</bdi>
        </h1>
        <Under conversation={conversation} />
      </div>
      <SideButton side="people" label={words.group.people} sides={sides} />
      <SideButton side="details" label={words.conversation.details} sides={sides} />
    </header>
  )
}

/** What it is about, or how many are in it. */
function Under({ conversation }: Pick<Props, 'conversation'>) {
  const { job, others } = conversation
  if (job) {
    return (
      <p className="truncate text-petrol text-small">
        <bdi>{job.title}</bdi>
      </p>
    )
  }
  if (!isGroup(conversation)) return null
  return <p className="truncate text-small text-soft">{words.group.count(others.length + 1)}</p>
}

const sideIcons = { people: <PeopleIcon />, details: <TicketIcon /> }

function SideButton({ side, label, sides }: { side: Side; label: string; sides: Sides }) {
  return (
    <IconButton
      ref={sides.openers[side]}
      label={label}
      icon={sideIcons[side]}
      aria-expanded={sides.shown === side}
      onClick={() => sides.toggle(side)}
      className="aria-expanded:bg-chosen aria-expanded:text-petrol"
    />
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
