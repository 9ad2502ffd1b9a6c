import { parseMessageId } from '@parley/protocol/ids'
import type { Message } from '@parley/protocol/message'
import { messageAt } from '@parley/protocol/replica/messages'
import { trpc } from '../trpc.ts'
import { words } from '../words/words.ts'
import type { Room } from './room.ts'

interface Props {
  messageId: string
  isOnMine: boolean
  room: Room
}

/** The message that this one answers; a click goes there. */
export function Quote(props: Props) {
  const seq = parseMessageId(props.messageId)?.seq
  const loaded = seq === undefined ? undefined : messageAt(props.room.messages, seq)
  if (loaded || seq === undefined) return <QuoteOf {...props} message={loaded} />
  return <FetchedQuote {...props} seq={seq} />
}

/** Further up than what is loaded: asked for alone. */
function FetchedQuote({ seq, ...props }: Props & { seq: number }) {
  const conversationId = parseMessageId(props.messageId)?.conversationId ?? ''
  const page = trpc.chat.history.useQuery({ conversationId, around: seq, limit: 1 })
  return <QuoteOf {...props} message={page.data?.messages.find(each => each.seq === seq)} />
}

function QuoteOf({
  messageId,
  isOnMine,
  room,
  message,
}: Props & { message?: Message | undefined }) {
  const name = message && room.nameOf(message.senderId)
  const text = message?.removedAt ? words.message.removed : message?.content?.text
  return (
    <button
      type="button"
      onClick={() => room.acts.seek(messageId)}
      className={`my-1 block w-full rounded-corner border-marigold border-s-3 px-2.5 py-1 text-start text-small ${isOnMine ? 'bg-mine-deep' : 'bg-ground'}`}
    >
      <span className="sr-only">{words.message.goTo}</span>
      <bdi className="block truncate font-semibold">{name ?? words.message.quoteGone}</bdi>
      <span dir="auto" className={`line-clamp-2 ${isOnMine ? 'text-on-mine-soft' : 'text-soft'}`}>
        {text ?? '…'}
      </span>
    </button>
  )
}
