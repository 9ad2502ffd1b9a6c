import type { Listed } from '@parley/client/listed'
import { GroupAvatar } from '../group/GroupAvatar.tsx'
import { PresentAvatar } from '../presence/PresentAvatar.tsx'

interface Props {
  conversation: Pick<Listed, 'others'>
  size: 'small' | 'usual'
  /** Nobody sees it. */
  isHidden?: boolean
}

/** The other one and whether they are there, or two of the others. */
export function ConversationAvatar({ conversation, size, isHidden = false }: Props) {
  const [front, behind] = conversation.others
  if (!front) return null
  if (!behind) return <PresentAvatar user={front.user} size={size} isHidden={isHidden} />
  return <GroupAvatar front={front.user} behind={behind.user} size={size} />
}
