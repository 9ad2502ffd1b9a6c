import type { Listed } from '@parley/client/listed'
import { ArchiveIcon } from '../icons/ArchiveIcon.tsx'
import { BellIcon } from '../icons/BellIcon.tsx'
import { BringBackIcon } from '../icons/BringBackIcon.tsx'
import { MutedIcon } from '../icons/MutedIcon.tsx'
import { PinIcon } from '../icons/PinIcon.tsx'
import { ReadIcon } from '../icons/ReadIcon.tsx'
import { UnpinIcon } from '../icons/UnpinIcon.tsx'
import { UnreadIcon } from '../icons/UnreadIcon.tsx'
import { MenuItem } from '../parts/Menu.tsx'
import { useClient } from '../useClient.ts'
import { words } from '../words/words.ts'
import { archive, isUnread, markRead, setMine } from './conversationActs.ts'

/** What a menu offers about a conversation. Only what is fetched on demand imports it. */
export function ConversationActs({ conversation }: { conversation: Listed }) {
  const client = useClient()
  const { id, pinned, muted, archived } = conversation
  const set = (wishes: Parameters<typeof setMine>[2]) => () => setMine(client, id, wishes)
  const text = words.conversations
  return (
    <>
      {!archived && (
        <MenuItem icon={pinned ? <UnpinIcon /> : <PinIcon />} onSelect={set({ pinned: !pinned })}>
          {pinned ? text.unpin : text.pin}
        </MenuItem>
      )}
      <MenuItem icon={muted ? <BellIcon /> : <MutedIcon />} onSelect={set({ muted: !muted })}>
        {muted ? text.unmute : text.mute}
      </MenuItem>
      {isUnread(conversation) ? (
        <MenuItem icon={<ReadIcon />} onSelect={() => markRead(client, conversation)}>
          {text.markRead}
        </MenuItem>
      ) : (
        <MenuItem icon={<UnreadIcon />} onSelect={set({ unread: true })}>
          {text.markUnread}
        </MenuItem>
      )}
      {archived ? (
        <MenuItem icon={<BringBackIcon />} onSelect={set({ archived: false })}>
          {text.bringBack}
        </MenuItem>
      ) : (
        <MenuItem icon={<ArchiveIcon />} onSelect={() => archive(client, conversation)}>
          {text.archive}
        </MenuItem>
      )}
    </>
  )
}
