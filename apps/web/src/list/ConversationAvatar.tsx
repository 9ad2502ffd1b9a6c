import type { Listed } from '@parley/client/listed'
import { GroupAvatar } from '../group/GroupAvatar.tsx'
import { Avatar } from '../parts/Avatar.tsx'

interface Props {
  conversation: Pick<Listed, 'others'>
  size: 'small' | 'usual'
}

/** The other one, or two of the others. */
export function ConversationAvatar({ conversation, size }: Props) {
  const [front, behind] = conversation.others
  if (!front) return null
  if (!behind) return <Avatar user={front.user} size={size} />
  return <GroupAvatar front={front.user} behind={behind.user} size={size} />
}
