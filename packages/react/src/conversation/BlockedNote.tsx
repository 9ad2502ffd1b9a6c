import type { Listed } from '@parley/client/listed'
import { isGroup } from '../group/isGroup.ts'
import { Button } from '../parts/Button.tsx'
import { useBlocked } from '../people/useBlocked.ts'
import { useBlocking } from '../people/useBlocking.ts'
import { recipientWords } from '../words/recipientWords.ts'

/** Why nothing comes here any more, and the way back. */
export function BlockedNote({ conversation }: { conversation: Listed }) {
  const { isBlocked } = useBlocked()
  const { unblock } = useBlocking()
  const [other] = isGroup(conversation) ? [] : conversation.others
  const person = other && isBlocked(other.userId) ? other.user : undefined
  return (
    <div role="status">
      {person && (
        <p className="flex flex-wrap items-center justify-center gap-x-3 border-line border-t bg-surface px-4 py-2 text-small text-soft">
          {recipientWords.blockedHere(person.name)}
          <Button kind="plain" onClick={() => void unblock(person)}>
            {recipientWords.unblockSubmit}
          </Button>
        </p>
      )}
    </div>
  )
}
