import type { Listed } from '@parley/client/listed'
import { conversationId } from '@parley/protocol/ids'
import { Conversation } from '@parley/react/conversation/Conversation'
import { ConversationHeader } from '@parley/react/conversation/ConversationHeader'
import { ConversationSide } from '@parley/react/conversation/ConversationSide'
import { LoadAgain } from '@parley/react/conversation/LoadAgain'
import { Loading } from '@parley/react/conversation/Loading'
import { Stranded } from '@parley/react/conversation/Stranded'
import { useSide } from '@parley/react/conversation/useSide'
import { isGroup } from '@parley/react/group/isGroup'
import { conversationName } from '@parley/react/list/conversationName'
import { useMedia } from '@parley/react/look/useMedia'
import { widths } from '@parley/react/look/widths'
import { EmptyState } from '@parley/react/parts/EmptyState'
import { useConversation } from '@parley/react/useConversation'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { backToList } from '../shell/routes.ts'
import { useTitle } from '../shell/useTitle.ts'
import { words } from '../words/words.ts'

/** One conversation with its details: beside it where there is room, otherwise over it. */
export function ConversationScreen({ id }: { id: string }) {
  const { data: wellFormed } = conversationId.safeParse(id)
  if (wellFormed) return <Addressed id={wellFormed} />
  // A mistyped address is no reason to ask the server.
  return (
    <main className="flex min-w-0 flex-1 flex-col bg-ground">
      <Missing />
    </main>
  )
}

function Addressed({ id }: { id: string }) {
  const opened = useConversation(id)
  const { status, conversation } = opened
  const group = conversation && isGroup(conversation) ? (conversation.title ?? '') : undefined
  const [was, setWas] = useState(group)
  if (group !== undefined && group !== was) setWas(group)
  if (conversation && status !== 'missing') {
    return <Present opened={opened} conversation={conversation} />
  }
  return (
    <main className="flex min-w-0 flex-1 flex-col bg-ground">
      {status === 'loading' && <Loading heading="h1" />}
      {status === 'failed' && <LoadAgain id={id} heading="h1" />}
      {status === 'missing' && (
        <Missing was={was}>
          <Stranded outgoing={opened.outgoing} onDiscard={opened.discard} />
        </Missing>
      )}
    </main>
  )
}

interface MissingProps {
  /** The title of the group that stood here, empty for one without. */
  was?: string | undefined
  /** What is left of it. */
  children?: ReactNode
}

function Missing({ was, children }: MissingProps) {
  const { missing, missingText, back } = words.conversation
  const told =
    was === undefined
      ? { title: missing, text: missingText }
      : { title: words.group.gone(was), text: words.group.goneText }
  return (
    <EmptyState heading="h1" {...told} catchesFocus>
      <Link href="/" className="text-petrol underline underline-offset-3">
        {back}
      </Link>
      {children}
    </EmptyState>
  )
}

interface Props {
  opened: ReturnType<typeof useConversation>
  conversation: Listed
}

function Present({ opened, conversation }: Props) {
  const name = conversationName(conversation)
  useTitle(name)
  const hasTwo = useMedia(widths.two)
  const sides = useSide(conversation)

  return (
    <>
      <main
        aria-label={words.conversation.label(name)}
        className="flex min-w-0 flex-1 flex-col bg-ground"
      >
        <ConversationHeader
          conversation={conversation}
          onBack={hasTwo ? undefined : backToList}
          sides={sides}
        />
        <Conversation opened={opened} conversation={conversation} />
      </main>
      <ConversationSide conversation={conversation} sides={sides} />
    </>
  )
}
