import type { Listed } from '@parley/client/listed'
import { useCallback, useRef, useState } from 'react'
import { Composer } from '../composer/Composer.tsx'
import { HeldUp } from '../composer/HeldUp.tsx'
import { conversationName } from '../list/conversationName.ts'
import { MessageList, type MessageListHandle } from '../messageList/MessageList.tsx'
import { fetchable } from '../parts/fetchable.ts'
import { OnDemand } from '../parts/OnDemand.tsx'
import type { useConversation } from '../useConversation.ts'
import type { Asked } from './asked.ts'
import { BlockedNote } from './BlockedNote.tsx'
import { HistoryToCome } from './HistoryToCome.tsx'
import { LoadAgain } from './LoadAgain.tsx'
import { Loading } from './Loading.tsx'
import { NotSent } from './NotSent.tsx'
import { useLooking } from './useLooking.ts'
import { useRoom } from './useRoom.ts'

const askFirst = fetchable(() => import('./AskFirst.tsx').then(file => file.AskFirst))

interface Props {
  opened: ReturnType<typeof useConversation>
  conversation: Listed
  /** The message to be at, by its number. */
  seq?: number | undefined
}

/** What was said, and the place to say more. */
export function Conversation({ opened, conversation, seq }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  const list = useRef<MessageListHandle>(null)
  const focusComposer = useCallback(() => field.current?.focus(), [])
  const [asked, ask] = useState<Asked>()
  const room = useRoom(opened, conversation, { focusComposer, ask, list })
  useLooking(opened)
  const { status, outgoing, retryAll } = opened
  const failed = outgoing.filter(({ state }) => state.kind === 'failed').length

  return (
    <>
      {status === 'ready' ? (
        <MessageList
          ref={list}
          name={conversationName(conversation)}
          view={opened}
          handle={opened}
          room={room}
          readSeq={conversation.readSeq}
          seq={seq}
        />
      ) : (
        <HistoryToCome name={conversationName(conversation)} room={room} outgoing={outgoing}>
          {status === 'failed' ? <LoadAgain id={conversation.id} /> : <Loading />}
        </HistoryToCome>
      )}
      <NotSent count={failed} onSendAgain={retryAll} />
      <HeldUp outgoing={outgoing} />
      <BlockedNote conversation={conversation} />
      <Composer
        ref={field}
        conversationId={conversation.id}
        name={conversationName(conversation)}
        room={room}
        onSent={() => list.current?.toEnd()}
      />
      {asked && (
        <OnDemand of={askFirst} onFailed={() => ask(undefined)}>
          {AskFirst => (
            <AskFirst
              asked={asked}
              room={room}
              focusOtherwise={field}
              onClose={() => ask(undefined)}
            />
          )}
        </OnDemand>
      )}
    </>
  )
}
