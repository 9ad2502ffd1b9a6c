import type { Message } from '@parley/protocol/message'
import { type FormEvent, type KeyboardEvent, type RefObject, useEffect } from 'react'
import type { Room, RoomActs } from '../conversation/room.ts'
import { warnOfRefusal } from '../conversation/warnOfRefusal.ts'
import { useMedia } from '../look/useMedia.ts'
import { useIsEmbedded } from '../parts/layer.ts'
import { useComposer } from '../useComposer.ts'
import { words } from '../words/words.ts'
import { ComposerMode } from './ComposerMode.tsx'
import { Counter } from './Counter.tsx'
import { keyAct } from './keyActs.ts'
import { SendButton } from './SendButton.tsx'
import { useAutoHeight } from './useAutoHeight.ts'

interface Props {
  ref: RefObject<HTMLTextAreaElement | null>
  conversationId: string
  room: Omit<Room, 'acts'> & { acts: Omit<RoomActs, 'seek'> }
  onSent: () => void
}

export function Composer({ ref, conversationId, room, onSent }: Props) {
  const composer = useComposer(conversationId)
  const { text, setText, canSubmit, remaining, replyTo, editing, submit } = composer
  const cancel = () => (editing ? composer.edit(undefined) : composer.reply(undefined))
  const isTouch = useMedia('(pointer: coarse)')
  useAutoHeight(ref, text)

  // A phone's keyboard comes up when it is asked for, not with the conversation; and the focus of
  // somebody else's page is theirs.
  const mayTakeFocus = !useIsEmbedded() && !isTouch
  useEffect(() => {
    if (mayTakeFocus) ref.current?.focus({ preventScroll: true })
  }, [mayTakeFocus, ref])

  function send(event?: FormEvent) {
    event?.preventDefault()
    ref.current?.focus()
    if (!canSubmit) return
    const isNew = !editing
    submit().catch(warnOfRefusal)
    if (isNew) onSent()
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const act = keyAct(event, { isTouch, isEmpty: text === '' })
    if (act === 'send') send(event)
    if (act === 'cancel' && (editing || replyTo)) {
      event.preventDefault()
      cancel()
    }
    const last = act === 'editLast' && !editing ? lastOwn(room) : undefined
    if (last) {
      event.preventDefault()
      room.acts.edit(last)
    }
  }

  return (
    <form
      onSubmit={send}
      className="border-line border-t bg-surface pb-[env(safe-area-inset-bottom)]"
    >
      <ComposerMode replyTo={replyTo} editing={editing} room={room} onCancel={cancel} />
      <div className="flex items-end gap-2 px-3 py-2.5 two:px-6">
        <textarea
          ref={ref}
          rows={1}
          dir="auto"
          aria-label={words.composer.label}
          placeholder={words.composer.placeholder}
          enterKeyHint={isTouch ? 'enter' : 'send'}
          value={text}
          onChange={event => setText(event.target.value)}
          onKeyDown={onKeyDown}
          className="max-h-[calc(6*1.375rem+1.125rem)] min-h-10 flex-1 resize-none rounded-control border border-edge bg-raised px-3 py-2 placeholder:text-soft touch:min-h-11"
        />
        <SendButton isEditing={editing !== undefined} disabled={!canSubmit} />
      </div>
      <Counter remaining={remaining} />
    </form>
  )
}

/** My last message that is still there. */
function lastOwn({ messages, me }: Pick<Room, 'messages' | 'me'>): Message | undefined {
  return messages.findLast(({ senderId, content }) => senderId === me && content !== undefined)
}
