import type { Participant } from '@parley/protocol/participant'
import { PersonOutIcon } from '../icons/PersonOutIcon.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { useGoneWithFocus } from '../parts/useGoneWithFocus.ts'
import { NameAndRole } from '../people/NameAndRole.tsx'
import { PersonLink } from '../people/PersonLink.tsx'
import { PresentAvatar } from '../presence/PresentAvatar.tsx'
import { useOnScreen } from '../presence/useOnScreen.ts'
import { words } from '../words/words.ts'

interface Props {
  participant: Participant
  isMe: boolean
  isOpener: boolean
  isOffline: boolean
  /** Absent where one may not. */
  onRemove: (() => void) | undefined
  /** It goes, and had the focus. */
  onGone: () => void
}

export function Member({ participant, isMe, isOpener, isOffline, onRemove, onGone }: Props) {
  const { name, role } = participant.user
  const row = useGoneWithFocus<HTMLLIElement>(onGone)
  const [names, isOnScreen] = useOnScreen<HTMLSpanElement>()

  return (
    <li ref={row} className="flex items-center gap-3">
      <PresentAvatar user={participant.user} isHidden={isMe || !isOnScreen} />
      <NameAndRole
        ref={names}
        name={
          <PersonLink userId={participant.userId}>
            <bdi>{isMe ? words.group.me(name) : name}</bdi>
          </PersonLink>
        }
        role={role}
      >
        {isOpener ? words.group.openerAs(words.roles[role]) : undefined}
      </NameAndRole>
      {onRemove && (
        <IconButton
          label={words.group.remove(name)}
          icon={<PersonOutIcon />}
          disabled={isOffline}
          onClick={onRemove}
        />
      )}
    </li>
  )
}
