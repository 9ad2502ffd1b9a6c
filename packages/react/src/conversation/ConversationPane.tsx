/**
 * One conversation, whole: its head, what was said, the place to say more, and what it is about
 * beside it where there is room, otherwise over it. The app shows it as its main part, any other
 * page wherever it likes.
 */
import type { Listed } from '@parley/client/listed'
import { conversationId } from '@parley/protocol/ids'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useOffline } from '../connection/useOffline.ts'
import { isGroup } from '../group/isGroup.ts'
import { conversationName } from '../list/conversationName.ts'
import { BackBar } from '../parts/BackBar.tsx'
import { useConversation } from '../useConversation.ts'
import { words } from '../words/words.ts'
import { Conversation } from './Conversation.tsx'
import { ConversationHeader } from './ConversationHeader.tsx'
import { ConversationSide } from './ConversationSide.tsx'
import { ConversationSkeleton } from './ConversationSkeleton.tsx'
import { LoadAgain } from './LoadAgain.tsx'
import { Loading } from './Loading.tsx'
import { MissingConversation } from './MissingConversation.tsx'
import { Frame, Pane, type Placing } from './Pane.tsx'
import { Stranded } from './Stranded.tsx'
import { useSide } from './useSide.ts'

interface Props extends Placing {
  id: string
  /** The message to be at, by its number; where people are otherwise decided by what they read. */
  seq?: number | undefined
  /** Back to what was before, where this stands alone. */
  onBack?: (() => void) | undefined
  /** Told what it is called, also whenever that changes. */
  onNamed?: ((name: string) => void) | undefined
}

export function ConversationPane(props: Props) {
  const { id, isMain, style } = props
  const pane = useRef<HTMLDivElement>(null)
  const { data: wellFormed } = conversationId.safeParse(id)
  return (
    <Pane ref={pane} key={id} isMain={isMain} style={style}>
      {wellFormed ? (
        <Addressed {...props} id={wellFormed} pane={pane} />
      ) : (
        // A mistyped address is no reason to ask the server.
        <Frame isMain={isMain}>
          <MissingConversation isMain={isMain} onNamed={props.onNamed} />
        </Frame>
      )}
    </Pane>
  )
}

interface AddressedProps extends Props {
  pane: RefObject<HTMLElement | null>
}

function Addressed({ id, ...rest }: AddressedProps) {
  const { isMain, onBack, onNamed } = rest
  const opened = useConversation(id)
  const isOffline = useOffline()
  const { status, conversation } = opened
  const group = conversation && isGroup(conversation) ? (conversation.title ?? '') : undefined
  const [was, setWas] = useState(group)
  if (group !== undefined && group !== was) setWas(group)
  if (conversation && status !== 'missing') {
    return <Present {...rest} opened={opened} conversation={conversation} />
  }
  const heading = isMain ? 'h1' : 'h2'
  const isComing = status === 'loading' && !isOffline
  return (
    <Frame isMain={isMain}>
      {isComing && <ConversationSkeleton onBack={onBack} />}
      {onBack && status !== 'missing' && !isComing && (
        <BackBar label={words.conversation.back} onBack={onBack} />
      )}
      {status === 'loading' && !isComing && <Loading heading={heading} />}
      {status === 'failed' && <LoadAgain id={id} heading={heading} />}
      {status === 'missing' && (
        <MissingConversation isMain={isMain} was={was} onNamed={onNamed}>
          <Stranded outgoing={opened.outgoing} onDiscard={opened.discard} />
        </MissingConversation>
      )}
    </Frame>
  )
}

interface PresentProps extends Omit<AddressedProps, 'id'> {
  opened: ReturnType<typeof useConversation>
  conversation: Listed
}

function Present(props: PresentProps) {
  const { opened, conversation, seq, onBack, onNamed, isMain, pane } = props
  const name = conversationName(conversation)
  const sides = useSide(conversation, pane)
  useEffect(() => onNamed?.(name), [name, onNamed])

  return (
    <>
      <Frame isMain={isMain} label={words.conversation.label(name)}>
        <ConversationHeader
          conversation={conversation}
          onBack={onBack}
          sides={sides}
          heading={isMain ? 'h1' : 'h2'}
        />
        <Conversation opened={opened} conversation={conversation} seq={seq} />
      </Frame>
      <ConversationSide conversation={conversation} sides={sides} />
    </>
  )
}
