import type { ConversationHandle } from '@parley/client/conversationHandle'
import type { ConversationView } from '@parley/client/conversationView'
import type { Listed } from '@parley/client/listed'
import type { Message } from '@parley/protocol/message'
import { useMemo } from 'react'
import { isGroup } from '../group/isGroup.ts'
import { useClient } from '../useClient.ts'
import { namer, type RoomActs } from './room.ts'
import { warnOfRefusal } from './warnOfRefusal.ts'

type Opened = Pick<ConversationView, 'messages'> &
  Pick<ConversationHandle, 'react' | 'remove' | 'undoRemove' | 'retry' | 'discard'>

/** The conversation as its messages need it. Changes only when they must be drawn again. */
export function useRoom(
  opened: Opened,
  conversation: Listed,
  { focusComposer, ask }: Pick<RoomActs, 'focusComposer' | 'ask'>,
) {
  const client = useClient()
  const { react, remove, undoRemove, retry, discard, messages } = opened
  // Its acts only, not what is being written: no key draws the messages again.
  const { reply, edit } = client.composer(conversation.id)
  const acts = useMemo(
    () => ({
      reply(message: Message) {
        reply(message)
        focusComposer()
      },
      edit(message: Message) {
        edit(message)
        focusComposer()
      },
      react(messageId: string, emoji: string, on: boolean) {
        react(messageId, emoji, on).catch(warnOfRefusal)
      },
      remove(messageId: string) {
        remove(messageId).catch(warnOfRefusal)
      },
      undoRemove,
      retry,
      discard,
      focusComposer,
      ask,
    }),
    [reply, edit, react, remove, undoRemove, retry, discard, focusComposer, ask],
  )
  const me = client.userId
  const { others, participants } = conversation
  return useMemo(() => {
    const nameOf = namer(me, { participants })
    return { me, others, nameOf, isGroup: isGroup({ participants }), messages, acts }
  }, [me, others, participants, messages, acts])
}
