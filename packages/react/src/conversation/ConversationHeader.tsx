import type { Listed } from '@parley/client/listed'
import { isGroup } from '../group/isGroup.ts'
import { BackIcon } from '../icons/BackIcon.tsx'
import { PeopleIcon } from '../icons/PeopleIcon.tsx'
import { TicketIcon } from '../icons/TicketIcon.tsx'
import { ArchivedNote } from '../list/ArchivedNote.tsx'
import { ConversationAvatar } from '../list/ConversationAvatar.tsx'
import { ConversationMenu } from '../list/ConversationMenu.tsx'
import { conversationName } from '../list/conversationName.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { PersonLink } from '../people/PersonLink.tsx'
import { words } from '../words/words.ts'
import { HeaderLines } from './HeaderLines.tsx'
import type { Side, Sides } from './useSide.ts'

interface Props {
  conversation: Listed
  /** Back to what was before, where this stands alone. */
  onBack?: (() => void) | undefined
  sides: Sides
  heading: 'h1' | 'h2'
}

export function ConversationHeader(props: Props) {
  const { conversation, onBack, sides, heading: Heading } = props
  return (
    <>
      <header
        className={`flex items-center gap-1 border-line border-b bg-surface py-2 pe-1 two:min-h-16 two:gap-3 two:px-6 ${onBack ? 'ps-1' : 'ps-3'} ${conversation.job ? 'min-h-19 two:max-three:min-h-19' : 'min-h-16'}`}
      >
        {onBack && (
          <IconButton label={words.conversation.back} icon={<BackIcon />} onClick={onBack} />
        )}
        <span className="flex max-[22rem]:hidden">
          <ConversationAvatar conversation={conversation} size="small" isSilent />
        </span>
        <div className="flex min-w-0 flex-1 flex-col ps-1.5 two:ps-0">
          <Heading className="truncate font-semibold">
            <Name conversation={conversation} />
          </Heading>
          <HeaderLines conversation={conversation} />
        </div>
        <div className="flex two:gap-1">
          <SideButton side="people" label={words.group.people} sides={sides} />
          <SideButton side="details" label={words.conversation.details} sides={sides} />
          <ConversationMenu conversation={conversation} />
        </div>
      </header>
      <ArchivedNote conversation={conversation} />
    </>
  )
}

/** Of a pair, it leads to the other one. */
function Name({ conversation }: Pick<Props, 'conversation'>) {
  const [other] = conversation.others
  const name = <bdi>{conversationName(conversation)}</bdi>
  if (!other || isGroup(conversation)) return name
  return <PersonLink userId={other.userId}>{name}</PersonLink>
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
