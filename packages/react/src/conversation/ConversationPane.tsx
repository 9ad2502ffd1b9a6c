/**
 * One conversation, whole: its head, what was said, the place to say more, and what it is about
 * beside it where there is room, otherwise over it. The app shows it as its main part, any other
 * page wherever it likes.
 */
import type { Listed } from '@parley/client/listed'
import { conversationId } from '@parley/protocol/ids'
import { type ReactNode, useEffect, useState } from 'react'
import { isGroup } from '../group/isGroup.ts'
import { conversationName } from '../list/conversationName.ts'
import { ErrorBoundary } from '../parts/ErrorBoundary.tsx'
import { useConversation } from '../useConversation.ts'
import { words } from '../words/words.ts'
import { Conversation } from './Conversation.tsx'
import { ConversationHeader } from './ConversationHeader.tsx'
import { ConversationSide } from './ConversationSide.tsx'
import { LoadAgain } from './LoadAgain.tsx'
import { Loading } from './Loading.tsx'
import { MissingConversation } from './MissingConversation.tsx'
import { Stranded } from './Stranded.tsx'
import { useSide } from './useSide.ts'

interface Props {
  id: string
  /** The message to be at, by its number; where people are otherwise decided by what they read. */
  seq?: number | undefined
  /** Back to what was before, where this stands alone. */
  onBack?: (() => void) | undefined
  /** Told what it is called, also whenever that changes. */
  onNamed?: ((name: string) => void) | undefined
  /** It is what its page is about: a `main` with the first heading. */
  isMain?: boolean
}

export function ConversationPane({ id, ...rest }: Props) {
  const { data: wellFormed } = conversationId.safeParse(id)
  return (
    <div className="parley flex min-h-0 min-w-0 flex-1">
      <ErrorBoundary key={id}>
        {wellFormed ? (
          <Addressed {...rest} id={wellFormed} />
        ) : (
          // A mistyped address is no reason to ask the server.
          <Frame isMain={rest.isMain}>
            <MissingConversation isMain={rest.isMain} />
          </Frame>
        )}
      </ErrorBoundary>
    </div>
  )
}

function Addressed({ id, seq, onBack, onNamed, isMain }: Props) {
  const opened = useConversation(id)
  const { status, conversation } = opened
  const group = conversation && isGroup(conversation) ? (conversation.title ?? '') : undefined
  const [was, setWas] = useState(group)
  if (group !== undefined && group !== was) setWas(group)
  if (conversation && status !== 'missing') {
    const there = { opened, conversation, seq, onBack, onNamed, isMain }
    return <Present {...there} />
  }
  const heading = isMain ? 'h1' : 'h2'
  return (
    <Frame isMain={isMain}>
      {status === 'loading' && <Loading heading={heading} />}
      {status === 'failed' && <LoadAgain id={id} heading={heading} />}
      {status === 'missing' && (
        <MissingConversation isMain={isMain} was={was}>
          <Stranded outgoing={opened.outgoing} onDiscard={opened.discard} />
        </MissingConversation>
      )}
    </Frame>
  )
}

interface PresentProps extends Omit<Props, 'id'> {
  opened: ReturnType<typeof useConversation>
  conversation: Listed
}

function Present({ opened, conversation, seq, onBack, onNamed, isMain }: PresentProps) {
  const name = conversationName(conversation)
  const sides = useSide(conversation)
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

interface FrameProps {
  isMain: boolean | undefined
  label?: string
  children: ReactNode
}

function Frame({ isMain, label, children }: FrameProps) {
  const Element = isMain ? 'main' : 'section'
  return (
    <Element aria-label={label} className="flex min-w-0 flex-1 flex-col bg-ground">
      {children}
    </Element>
  )
}
