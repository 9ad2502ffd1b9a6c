import type { Listed } from '@parley/client/listed'
import { EditIcon } from '../icons/EditIcon.tsx'
import { conversationName } from '../list/conversationName.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { words } from '../words/words.ts'

interface Props {
  conversation: Listed
  isOffline: boolean
  onRename: () => void
}

/** What the group is called, and who opened it. */
export function GroupHead({ conversation, isOffline, onRename }: Props) {
  const { openedBy, participants } = conversation
  const opener = participants.find(({ userId }) => userId === openedBy)
  return (
    <section className="flex items-start gap-2">
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <h2 className="text-balance font-semibold text-large">
          <bdi>{conversationName(conversation)}</bdi>
        </h2>
        {opener && (
          <p className="text-small text-soft">
            <bdi>{words.group.openedBy(opener.user.name)}</bdi>
          </p>
        )}
      </div>
      <IconButton
        label={words.group.rename}
        icon={<EditIcon />}
        disabled={isOffline}
        onClick={onRename}
      />
    </section>
  )
}
