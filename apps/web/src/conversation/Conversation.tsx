import type { Listed } from '@parley/client/listed'
import { Refused } from '@parley/client/refused'
import type { Message } from '@parley/protocol/message'
import { useClient } from '@parley/react/useClient'
import { useComposer } from '@parley/react/useComposer'
import type { useConversation } from '@parley/react/useConversation'
import { useCallback, useMemo, useRef } from 'react'
import { Composer } from '../composer/Composer.tsx'
import { conversationName } from '../list/conversationName.ts'
import { EmptyState } from '../parts/EmptyState.tsx'
import { warn } from '../parts/notices.ts'
import { Skeleton } from '../parts/Skeleton.tsx'
import { words } from '../words/words.ts'
import { MessageList, type MessageListHandle } from './MessageList.tsx'
import { namer } from './room.ts'

interface Props {
  opened: ReturnType<typeof useConversation>
  conversation: Listed
}

function warnOfRefusal(error: unknown): void {
  warn(words.message.refused(error instanceof Refused ? error.reason : 'UNAVAILABLE'))
}

/** What was said, and the place to say more. */
export function Conversation({ opened, conversation }: Props) {
  const { userId: me } = useClient()
  const composer = useComposer(conversation.id)
  const field = useRef<HTMLTextAreaElement>(null)
  const list = useRef<MessageListHandle>(null)
  const name = conversationName(conversation)

  const focusComposer = useCallback(() => field.current?.focus(), [])
  const { reply, edit } = composer
  const { react, remove, undoRemove, retry, discard, status, messages } = opened
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
    }),
    [reply, edit, react, remove, undoRemove, retry, discard, focusComposer],
  )
  const { others, participants } = conversation
  const room = useMemo(() => {
    const nameOf = namer(me, { participants })
    return { me, others, nameOf, isGroup: others.length > 1, messages, acts }
  }, [me, others, participants, messages, acts])
  const own = participants.find(({ userId }) => userId === me)

  return (
    <>
      {status === 'loading' && <Skeleton rows={5} />}
      {status === 'failed' && <EmptyState title={words.conversation.failed} />}
      {status === 'ready' && (
        <MessageList
          ref={list}
          name={name}
          view={opened}
          room={room}
          readSeq={own?.readSeq ?? 0}
          loadOlder={opened.loadOlder}
          markRead={opened.markRead}
        />
      )}
      <Composer
        ref={field}
        composer={composer}
        room={room}
        onRefused={warnOfRefusal}
        onSent={() => list.current?.toEnd()}
      />
    </>
  )
}
