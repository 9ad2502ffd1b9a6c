import { parseMessageId } from '@parley/protocol/ids'
import type { Message } from '@parley/protocol/message'
import { messageAt } from '@parley/protocol/replica/messages'
import { useCallback, useSyncExternalStore } from 'react'
import type { Room } from '../conversation/room.ts'
import { useTabIndex } from '../messageList/reach.ts'
import { trpc } from '../trpc.ts'
import { useClient } from '../useClient.ts'
import { words } from '../words/words.ts'

interface Props {
  messageId: string
  isOnMine: boolean
  room: Room
}

interface At {
  conversationId: string
  seq: number
}

/** The message that this one answers; a click goes there. */
export function Quote(props: Props) {
  const at = parseMessageId(props.messageId)
  return at ? <QuoteAt {...props} at={at} /> : <QuoteOf {...props} />
}

function QuoteAt(props: Props & { at: At }) {
  const loaded = useLoaded(props.at)
  return loaded ? <QuoteOf {...props} message={loaded} /> : <FetchedQuote {...props} />
}

/** The message as it is shown, while it is; nothing else that changes draws the quote again. */
function useLoaded({ conversationId, seq }: At): Message | undefined {
  const { view } = useClient().conversation(conversationId)
  return useSyncExternalStore(
    view.subscribe,
    useCallback(() => {
      const { messages, tail } = view.get()
      return messageAt(messages, seq) ?? messageAt(tail, seq)
    }, [view, seq]),
  )
}

/** Further up than what is loaded: asked for alone. */
function FetchedQuote({ at: { conversationId, seq }, ...props }: Props & { at: At }) {
  const page = trpc.chat.history.useQuery({ conversationId, around: seq, limit: 1 })
  const message = page.data?.messages.find(each => each.seq === seq)
  return <QuoteOf {...props} message={message} isGone={page.data !== undefined && !message} />
}

interface QuoteProps extends Props {
  message?: Message | undefined
  /** It was looked for, and is not there for me. */
  isGone?: boolean
}

function QuoteOf({ messageId, isOnMine, room, message, isGone = false }: QuoteProps) {
  const tabIndex = useTabIndex()
  const name = message && room.nameOf(message.senderId)
  const text = message?.removedAt ? words.message.removed : message?.content?.text
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      onClick={() => room.acts.seek(messageId)}
      className={`my-1 block w-full overflow-clip rounded-corner border-marigold border-s-3 px-2.5 py-1 text-start text-small ${isOnMine ? 'bg-mine-deep' : 'bg-ground'}`}
    >
      <span className="sr-only">{words.message.goTo}</span>
      <bdi className="block truncate font-semibold">{name ?? words.message.quoteGone}</bdi>
      <span dir="auto" className={`line-clamp-2 ${isOnMine ? 'text-on-mine-soft' : 'text-soft'}`}>
        {isGone ? words.message.quoteMissing : (text ?? '…')}
      </span>
    </button>
  )
}
