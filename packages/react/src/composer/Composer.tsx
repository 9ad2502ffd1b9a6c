import type { Message } from '@parley/protocol/message'
import { type FormEvent, type KeyboardEvent, type RefObject, useEffect, useId } from 'react'
import type { Room, RoomActs } from '../conversation/room.ts'
import { warnOfRefusal } from '../conversation/warnOfRefusal.ts'
import { useMedia } from '../look/useMedia.ts'
import { useIsEmbedded } from '../parts/layer.ts'
import { useClient } from '../useClient.ts'
import { useComposer } from '../useComposer.ts'
import { ComposerMode } from './ComposerMode.tsx'
import { Counter } from './Counter.tsx'
import { EmojiButton } from './EmojiButton.tsx'
import { InParts } from './InParts.tsx'
import { keyAct } from './keyActs.ts'
import { MessageField } from './MessageField.tsx'
import { SendButton } from './SendButton.tsx'

interface Props {
  ref: RefObject<HTMLTextAreaElement | null>
  conversationId: string
  /** With whom, as its header says. */
  name: string
  room: Pick<Room, 'me' | 'others' | 'nameOf' | 'messages'> & { acts: Pick<RoomActs, 'edit'> }
  onSent: () => void
}

export function Composer({ ref, conversationId, name, room, onSent }: Props) {
  const composer = useComposer(conversationId)
  const { text, setText, canSubmit, remaining, parts, replyTo, editing, submit } = composer
  const ownLast = useOwnLast(conversationId)
  const reasonId = useId()
  const isTouch = useMedia('(pointer: coarse)')
  const cancel = () => (editing ? composer.edit(undefined) : composer.reply(undefined))

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

  function sendInParts() {
    ref.current?.focus()
    composer.submitInParts()
    onSent()
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const act = keyAct(event, { isTouch, isEmpty: text === '' })
    if (act === 'send') send(event)
    if (act === 'cancel' && (editing || replyTo)) {
      event.preventDefault()
      cancel()
    }
    const last = act === 'editLast' && !editing ? ownLast() : undefined
    if (last) {
      event.preventDefault()
      room.acts.edit(last)
    }
  }

  return (
    <form
      onSubmit={send}
      className="relative border-line border-t bg-surface pb-[env(safe-area-inset-bottom)]"
    >
      <ComposerMode replyTo={replyTo} editing={editing} room={room} onCancel={cancel} />
      <div className="flex items-end gap-1.5 px-2 py-2.5 two:gap-2 two:px-6">
        <EmojiButton field={ref} />
        <MessageField
          ref={ref}
          text={text}
          setText={setText}
          textOf={editing?.id}
          mention={composer.mention}
          name={name}
          people={room.others}
          isTouch={isTouch}
          onKeyDown={onKeyDown}
        />
        <SendButton
          isEditing={editing !== undefined}
          disabled={!canSubmit}
          reasonId={remaining < 0 ? reasonId : undefined}
        />
      </div>
      <div id={reasonId} className="flex items-center justify-end">
        <Counter remaining={remaining} />
        <InParts parts={parts} onSend={sendInParts} />
      </div>
    </form>
  )
}

/** My last message that is still there, looked for when it is wanted. */
function useOwnLast(conversationId: string): () => Message | undefined {
  const client = useClient()
  return () => {
    const { tail } = client.conversation(conversationId).view.get()
    return tail.findLast(
      ({ senderId, content }) => senderId === client.userId && content !== undefined,
    )
  }
}
