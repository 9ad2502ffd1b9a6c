import type { ComponentProps } from 'react'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { words } from '../words/words.ts'
import { ConversationPane } from './ConversationPane.tsx'
import { Loading } from './Loading.tsx'
import { Frame, Pane } from './Pane.tsx'
import { useOpened } from './useOpened.ts'

interface Props extends Omit<ComponentProps<typeof ConversationPane>, 'id' | 'seq'> {
  /** The other one. */
  userId: string
  /** What it is about: two people have one conversation for each job, and one about none. */
  jobId?: string | undefined
}

/** The conversation with somebody, which is opened when there is none yet. */
export function ConversationWith({ userId, jobId, ...rest }: Props) {
  const { id, refusal, tryAgain } = useOpened(userId, jobId)
  if (id !== undefined) return <ConversationPane {...rest} id={id} />
  const { isMain, style } = rest
  const heading = isMain ? 'h1' : 'h2'
  return (
    <Pane isMain={isMain} style={style}>
      <Frame isMain={isMain}>
        {refusal === undefined ? (
          <Loading heading={heading} />
        ) : (
          <EmptyState heading={heading} title={words.conversation.notOpened(refusal)}>
            <Button onClick={tryAgain}>{words.tryAgain}</Button>
          </EmptyState>
        )}
      </Frame>
    </Pane>
  )
}
