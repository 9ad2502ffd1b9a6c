import { useConversations } from '@parley/react/useConversations'
import { useOutbox } from '@parley/react/useOutbox'
import { NotSent } from '../offline/NotSent.tsx'

/** What failed in all conversations, unless the one that is open says so already. */
export function NotSentAnywhere({ openId }: { openId: string | undefined }) {
  const { failed, sendAllAgain } = useOutbox()
  const { items } = useConversations()
  const places = items.filter(({ pending }) => pending?.state.kind === 'failed')
  const isSaid = places.length === 1 && places[0]?.id === openId
  return isSaid ? null : <NotSent count={failed} onSendAgain={sendAllAgain} />
}
