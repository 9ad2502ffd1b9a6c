import type { ConversationView } from '@parley/client/conversationView'
import { useMemo, useState } from 'react'

/**
 * The first message that I had not read when I came; it stays marked until I leave. Nothing
 * while it is further up than what is shown, and nothing for what comes while I am here.
 */
export function useFirstUnread(
  { messages, tail, complete }: Pick<ConversationView, 'messages' | 'tail' | 'complete'>,
  me: string,
  readSeq: number,
): number | undefined {
  const [opened] = useState(() => ({ readSeq, lastSeq: tail.at(-1)?.seq ?? 0 }))
  return useMemo(() => {
    const isShown = complete || (messages[0]?.seq ?? 0) <= opened.readSeq + 1
    if (!isShown) return undefined
    return messages.find(
      ({ seq, senderId }) => seq > opened.readSeq && seq <= opened.lastSeq && senderId !== me,
    )?.seq
  }, [messages, complete, opened, me])
}
