import type { ConversationHandle } from '@parley/client/conversationHandle'
import type { Listed } from '@parley/client/listed'
import { formatMessageId } from '@parley/protocol/ids'
import type { Message } from '@parley/protocol/message'
import { type RefObject, useMemo, useState } from 'react'
import { isGroup } from '../group/isGroup.ts'
import type { MessageListHandle } from '../messageList/MessageList.tsx'
import { useClient } from '../useClient.ts'
import { words } from '../words/words.ts'
import type { Room, RoomActs } from './room.ts'
import { useNames } from './useNames.ts'
import { warnOfRefusal } from './warnOfRefusal.ts'

type Opened = Pick<ConversationHandle, 'react' | 'remove' | 'undoRemove' | 'retry' | 'discard'>

interface Around extends Pick<RoomActs, 'focusComposer' | 'ask'> {
  list: RefObject<MessageListHandle | null>
}

/** The conversation as its messages need it. Changes only when all of them must be drawn again. */
export function useRoom(opened: Opened, conversation: Listed, around: Around): Room {
  const client = useClient()
  const me = client.userId
  const { id, participants } = conversation
  const acts = useActs(opened, id, around)
  const names = useNames(participants)
  const isOfMany = isGroup({ participants })
  const [expanded] = useState(() => new Set<string>())
  return useMemo(() => {
    const { view } = client.conversation(id)
    return {
      me,
      isGroup: isOfMany,
      nameOf: userId => (userId === me ? words.you : (names.get(userId) ?? words.somebody)),
      calledAs: userId => names.get(userId),
      get others() {
        return view.get().conversation?.others ?? []
      },
      get messages() {
        return view.get().tail
      },
      expanded,
      acts,
    }
  }, [client, id, me, isOfMany, names, expanded, acts])
}

function useActs(opened: Opened, id: string, { focusComposer, ask, list }: Around): RoomActs {
  const client = useClient()
  const { react, remove, undoRemove, retry, discard } = opened
  // Its acts only, not what is being written: no key draws the messages again.
  const { reply, edit } = client.composer(id)
  return useMemo(
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
      seek: messageId => list.current?.seek(messageId),
      seekPlace(place) {
        if (place.at !== 'conversation' || place.id !== id || place.seq === undefined) return
        list.current?.seek(formatMessageId(id, place.seq))
      },
      hold: () => list.current?.hold(),
      focusComposer,
      ask,
    }),
    [id, reply, edit, react, remove, undoRemove, retry, discard, list, focusComposer, ask],
  )
}
