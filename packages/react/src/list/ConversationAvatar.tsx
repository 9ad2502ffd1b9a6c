import type { Listed } from '@parley/client/listed'
import { GroupAvatar } from '../group/GroupAvatar.tsx'
import { isGroup } from '../group/isGroup.ts'
import { Avatar } from '../parts/Avatar.tsx'
import { PresentAvatar } from '../presence/PresentAvatar.tsx'

interface Props {
  conversation: Pick<Listed, 'others' | 'participants'>
  size: 'small' | 'usual'
  /** Nobody sees it. */
  isHidden?: boolean
  /** Whether they are there is written beside it. */
  isSilent?: boolean
}

/** The other one and whether they are there, or two of a group, oneself if nobody else is left. */
export function ConversationAvatar({ conversation, ...look }: Props) {
  const { size } = look
  const { others, participants } = conversation
  const [other] = others
  if (other && !isGroup(conversation)) return <PresentAvatar user={other.user} {...look} />
  const own = participants.find(one => one.leftAt === undefined && !others.includes(one))
  const [front, behind] = own ? [...others, own] : others
  if (!front) return null
  if (!behind) return <Avatar user={front.user} size={size} />
  return <GroupAvatar front={front.user} behind={behind.user} size={size} />
}
