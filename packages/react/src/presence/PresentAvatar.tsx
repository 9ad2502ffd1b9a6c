import type { User } from '@parley/protocol/user'
import { Avatar } from '../parts/Avatar.tsx'
import { PresenceDot } from './PresenceDot.tsx'

interface Props {
  user: User
  size?: 'small' | 'usual'
  /** Nobody sees it: whether they are there is not asked for. */
  isHidden?: boolean
  /** Whether they are there is written beside it. */
  isSilent?: boolean
}

/** Somebody, and whether they are there. */
export function PresentAvatar({ user, size = 'usual', isHidden = false, isSilent = false }: Props) {
  return (
    <span className="relative flex shrink-0">
      <Avatar user={user} size={size} />
      {!isHidden && <PresenceDot userId={user.id} size={size} isSilent={isSilent} />}
    </span>
  )
}
