import { NotSent, StrandedBar } from '../conversation/NotSent.tsx'
import { useConversations } from '../useConversations.ts'
import { useOutbox } from '../useOutbox.ts'

/** What failed in all conversations, unless the one that is open says so already. */
export function NotSentAnywhere({ openId }: { openId: string | undefined }) {
  const { failed, stranded, sendAllAgain } = useOutbox()
  const { items, status } = useConversations()
  const places = items.filter(({ pending }) => pending?.state.kind === 'failed')
  const isSaid = places.length === 1 && places[0]?.id === openId
  const sendable = failed - (stranded?.count ?? 0)
  return (
    <div className="mb-2 empty:hidden">
      {!isSaid && <NotSent count={sendable} onSendAgain={sendAllAgain} />}
      {stranded && status === 'ready' && stranded.conversationId !== openId && (
        <StrandedBar {...stranded} />
      )}
    </div>
  )
}
