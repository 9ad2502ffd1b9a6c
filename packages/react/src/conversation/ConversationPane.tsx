/**
 * One conversation, whole: its head, what was said, the place to say more, and what it is about
 * beside it where there is room, otherwise over it. The app shows it as its main part, any other
 * page wherever it likes.
 */
import type { Listed } from '@parley/client/listed'
import { conversationId } from '@parley/protocol/ids'
import {
  type CSSProperties,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react'
import { ConnectionBanner } from '../connection/ConnectionBanner.tsx'
import { SlowNotice } from '../connection/SlowNotice.tsx'
import { isGroup } from '../group/isGroup.ts'
import { conversationName } from '../list/conversationName.ts'
import { ErrorBoundary } from '../parts/ErrorBoundary.tsx'
import { Layer } from '../parts/Layer.tsx'
import { Notices } from '../parts/Notices.tsx'
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
  /**
   * It is what its page is about, and the page is Parley's own: a `main` with the first heading,
   * which says nothing of the connection since its page does.
   */
  isMain?: boolean
  /** Of the whole, for its size and place. */
  className?: string
  style?: CSSProperties
}

export function ConversationPane(props: Props) {
  const { id, isMain = false, className = '', style } = props
  const pane = useRef<HTMLDivElement>(null)
  const { data: wellFormed } = conversationId.safeParse(id)
  const content = (
    <ErrorBoundary key={id}>
      {wellFormed ? (
        <Addressed {...props} id={wellFormed} pane={pane} />
      ) : (
        // A mistyped address is no reason to ask the server.
        <Frame isMain={isMain}>
          <MissingConversation isMain={isMain} />
        </Frame>
      )}
    </ErrorBoundary>
  )
  return (
    <div
      ref={pane}
      className={`parley ${isMain ? 'flex min-h-0 min-w-0 flex-1' : ''} ${className}`}
      style={style}
    >
      {isMain ? content : <Layer over={<Notices />}>{content}</Layer>}
    </div>
  )
}

interface AddressedProps extends Props {
  pane: RefObject<HTMLElement | null>
}

function Addressed({ id, seq, onBack, onNamed, isMain, pane }: AddressedProps) {
  const opened = useConversation(id)
  const { status, conversation } = opened
  const group = conversation && isGroup(conversation) ? (conversation.title ?? '') : undefined
  const [was, setWas] = useState(group)
  if (group !== undefined && group !== was) setWas(group)
  if (conversation && status !== 'missing') {
    const there = { opened, conversation, seq, onBack, onNamed, isMain, pane }
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

interface FrameProps {
  isMain: boolean | undefined
  label?: string
  children: ReactNode
}

function Frame({ isMain, label, children }: FrameProps) {
  const Element = isMain ? 'main' : 'section'
  return (
    <Element aria-label={label} className="flex min-w-0 flex-1 flex-col bg-ground">
      {!isMain && (
        <>
          <ConnectionBanner />
          <SlowNotice />
        </>
      )}
      {children}
    </Element>
  )
}
