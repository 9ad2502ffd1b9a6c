import type { Listed } from '@parley/client/listed'
import type { ReactNode } from 'react'
import { namer } from '../conversation/room.ts'
import { eventText } from '../message/eventText.ts'
import { Ticks } from '../message/Ticks.tsx'
import { tickOf } from '../message/tickOf.ts'
import { typingText } from '../presence/typingText.ts'
import { useClient } from '../useClient.ts'
import { useComposer } from '../useComposer.ts'
import { useTyping } from '../useTyping.ts'
import { words } from '../words/words.ts'
import { brief } from './brief.ts'
import { isUnread } from './conversationActs.ts'

interface Props {
  listed: Listed
  isChosen: boolean
  isOnScreen: boolean
}

/** What stands to be sent or finished comes before what was said, and what is being said too. */
export function LastLine({ listed, isChosen, isOnScreen }: Props) {
  const { draft } = useComposer(listed.id)
  const typing = typingText(useTyping(isOnScreen ? listed.id : undefined), listed)
  const { pending } = listed
  const colour = isUnread(listed) && !listed.muted ? 'font-medium text-ink' : 'text-soft'
  if (pending) {
    const hasFailed = pending.state.kind === 'failed'
    return (
      <>
        <Ticks tick={hasFailed ? 'failed' : 'waiting'} />
        {hasFailed && (
          <span aria-hidden="true" className="shrink-0 font-medium text-danger text-small">
            {words.conversations.notSent}
          </span>
        )}
        <Line colour={colour}>{brief(pending.text)}</Line>
      </>
    )
  }
  if (typing) return <Line colour="text-petrol">{typing}</Line>
  if (draft.trim() && !isChosen) {
    return (
      <>
        <span className="shrink-0 font-medium text-mark text-small">
          {words.conversations.draft}
        </span>
        <Line colour={colour}>{brief(draft)}</Line>
      </>
    )
  }
  return <Said listed={listed} colour={colour} />
}

function Said({ listed, colour }: { listed: Listed; colour: string }) {
  const { userId } = useClient()
  const { lastMessage, others } = listed
  if (!lastMessage) return <Line colour={colour}>{words.conversations.nothingYet}</Line>
  const { event, content, senderId } = lastMessage
  if (event) {
    const names = { me: userId, nameOf: namer(userId, listed) }
    return <Line colour={colour}>{brief(eventText(lastMessage, event, names))}</Line>
  }
  if (!content) return <Line colour={colour}>{words.message.removed}</Line>
  return (
    <>
      {senderId === userId && <Ticks tick={tickOf(lastMessage, others)} />}
      <Line colour={colour}>{brief(content.text)}</Line>
    </>
  )
}

function Line({ colour, children }: { colour: string; children: ReactNode }) {
  return (
    <span className={`min-w-0 flex-1 truncate text-small ${colour}`}>
      <bdi>{children}</bdi>
    </span>
  )
}
