import type { Outgoing } from '@parley/client/outbox'
import type { MouseEvent } from 'react'
import { useOffline } from '../connection/useOffline.ts'
import type { Room } from '../conversation/room.ts'
import { AlertIcon } from '../icons/AlertIcon.tsx'
import { timeOf } from '../time/format.ts'
import { words } from '../words/words.ts'
import { BubbleFrame } from './BubbleFrame.tsx'
import { BubbleText } from './BubbleText.tsx'
import { Quote } from './Quote.tsx'
import { Ticks } from './Ticks.tsx'

interface Props {
  outgoing: Outgoing
  isFirst: boolean
  isLast: boolean
  room: Room
}

/** What I wrote and the server has not confirmed yet. */
export function OutgoingBubble({ outgoing, isFirst, isLast, room }: Props) {
  const { clientId, text, mentions, createdAt, replyTo, state } = outgoing
  const tick = state.kind === 'failed' ? 'failed' : 'waiting'
  const isOffline = useOffline()
  const mentioned = mentions?.map(userId => ({ userId, name: room.calledAs(userId) ?? '' }))
  return (
    <BubbleFrame
      isMine
      isFirst={isFirst}
      isLast={isLast}
      label={words.message.label(words.you, timeOf(createdAt))}
      describedBy={clientId}
      below={
        state.kind === 'failed' ? (
          <Failed outgoing={outgoing} room={room} />
        ) : (
          // Once for all that stand together.
          isOffline && isLast && <p className="mt-1 text-small text-soft">{words.message.waits}</p>
        )
      }
    >
      {replyTo && <Quote messageId={replyTo} isOnMine room={room} />}
      <BubbleText id={clientId} text={text} isMine mentioned={mentioned} room={room}>
        <time dateTime={createdAt}>{timeOf(createdAt)}</time>
        <Ticks tick={tick} on="bubble" />
      </BubbleText>
    </BubbleFrame>
  )
}

function Failed({ outgoing, room }: { outgoing: Outgoing; room: Room }) {
  const { clientId, state } = outgoing
  if (state.kind !== 'failed') return null
  function act(event: MouseEvent, what: (clientId: string) => void) {
    what(clientId)
    // The button goes with what it was for, and must not take the place in the page with it.
    if (event.detail === 0) room.acts.focusComposer()
  }
  const button = 'min-h-6 px-1 font-semibold underline underline-offset-3 touch:min-h-11'
  return (
    <div className="mt-1 flex flex-wrap items-center justify-end gap-x-2 text-danger text-small">
      <span role="alert" className="flex items-center gap-1">
        <AlertIcon />
        {words.message.failed(state.reason)}
      </span>
      <span className="flex gap-x-2">
        <button type="button" className={button} onClick={event => act(event, room.acts.retry)}>
          {words.message.retry}
        </button>
        <button type="button" className={button} onClick={event => act(event, room.acts.discard)}>
          {words.message.discard}
        </button>
      </span>
    </div>
  )
}
