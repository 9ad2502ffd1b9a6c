import type { Listed } from '@parley/client/listed'
import { ArchiveIcon } from '../icons/ArchiveIcon.tsx'
import { Button } from '../parts/Button.tsx'
import { useClient } from '../useClient.ts'
import { words } from '../words/words.ts'
import { setMine } from './conversationActs.ts'

/** Says in a conversation that it is archived, with the way back. */
export function ArchivedNote({ conversation }: { conversation: Listed }) {
  const client = useClient()
  if (!conversation.archived) return null
  return (
    <div className="flex min-h-10 items-center gap-2 border-line border-b bg-surface px-4 text-small text-soft two:px-6">
      <ArchiveIcon size={16} />
      <p className="flex-1">{words.conversations.isArchived}</p>
      <Button kind="plain" onClick={() => setMine(client, conversation.id, { archived: false })}>
        {words.conversations.bringBack}
      </Button>
    </div>
  )
}
