/**
 * What one is writing in a conversation: a draft that is kept while switching and reloading,
 * perhaps as a reply; or, for a while, the text of a message that is being edited.
 */
import { limits } from '@parley/protocol/limits'
import type { Message } from '@parley/protocol/message'
import { codePoints } from '@parley/protocol/text'
import type { ConversationHandle } from './conversationHandle.ts'
import { carefully, type Keepsake } from './keepsake.ts'
import { replyFromText, replyToText } from './keptReply.ts'
import {
  type Mention,
  mentionedIn,
  mentionsFromText,
  mentionsToText,
  standing,
  withMention,
} from './mentions.ts'
import { type Readable, writable } from './readable.ts'
import { splitText } from './splitText.ts'

/** Ten messages; more is slow to edit in a text field. */
export const draftMax = 10 * limits.textMax

interface ComposerState {
  /** What the field shows. */
  readonly text: string
  /** What is kept; the same as `text` unless a message is being edited. */
  readonly draft: string
  readonly replyTo?: Message | undefined
  readonly editing?: Message | undefined
  readonly canSubmit: boolean
  /** How many characters more it may have; negative when it has too many. */
  readonly remaining: number
  /** How many messages the draft makes; an edit is always one. */
  readonly parts: number
}

export interface Composer {
  readonly state: Readable<ComposerState>
  /** What is longer than `draftMax` is cut. */
  setText(text: string): void
  /** Remembers who `@name` is, for as long as that stands in the text. */
  mention(userId: string, name: string): void
  /** Answers a message; without one, no longer. */
  reply(message: Message | undefined): void
  /** Edits a message of one's own; without one, goes back to the draft. */
  edit(message: Message | undefined): void
  /** Sends the draft or the edit. Rejects with `Refused` when an edit is. */
  submit(): Promise<void>
  /** Sends a draft that is too long for one message as several, in their order. */
  submitInParts(): void
}

interface Written {
  draft: string
  replyTo?: Message | undefined
  editing?: { message: Message; text: string } | undefined
}

interface Kept {
  draft: Keepsake
  /** Who was mentioned in it. */
  mentions: Keepsake
  /** The message that it answers. */
  reply: Keepsake
}

interface Surroundings {
  /** What stands in the field after a key, unless it is an edit; nothing once it was sent. */
  onWrote?: (text: string) => void
  nameOf?: (userId: string) => string | undefined
}

export function createComposer(
  handle: Pick<ConversationHandle, 'send' | 'edit'>,
  places: Kept,
  { onWrote = () => {}, nameOf = () => undefined }: Surroundings = {},
): Composer {
  const kept = {
    draft: carefully(places.draft),
    mentions: carefully(places.mentions),
    reply: carefully(places.reply),
  }
  let written: Written = {
    draft: kept.draft.read().slice(0, draftMax),
    replyTo: replyFromText(kept.reply.read()),
  }
  /** Also of those whose name was changed or taken out: it may come back. */
  let mentions = mentionsFromText(kept.mentions.read())
  const state = writable(stateOf(written))

  function put(next: Written): void {
    const isWritten = next.draft !== written.draft
    if (isWritten) kept.draft.write(next.draft)
    if (isWritten || next.replyTo !== written.replyTo) keepBeside(next, isWritten)
    written = next
    state.set(stateOf(next))
  }

  /** What is kept beside a text belongs to it: of two tabs, to the one that wrote it. */
  function keepBeside({ draft, replyTo }: Written, isWritten: boolean): void {
    if (!kept.draft.isOwn()) return
    const how = isWritten && draft !== '' ? 'claim' : 'write'
    kept.mentions[how](mentionsToText(standing(draft, mentions)))
    kept.reply[how](replyToText(replyTo))
  }

  function alsoMentioned({ content }: Message): readonly Mention[] {
    const ids = content?.mentions ?? []
    return ids.map(userId => ({ userId, name: nameOf(userId) ?? '' }))
  }

  /** Who is meant by an edit; nothing when nobody was meant before and is now. */
  function meantBy(text: string, edited: Message): string[] | undefined {
    const before = alsoMentioned(edited)
    const known = [...mentions, ...before]
    if (known.length === 0) return undefined
    // Whose name never stood there, as of somebody who has another one by now, is meant as before.
    const named = mentionedIn(edited.content?.text ?? '', before) ?? []
    const unnamed = before
      .filter(({ userId, name }) => name !== '' && !named.includes(userId))
      .map(({ userId }) => userId)
    const meant = new Set([...(mentionedIn(text, known) ?? []), ...unnamed])
    return [...meant].slice(0, limits.mentionsMax)
  }

  /** Takes what was written out of the field, to be sent. */
  function take() {
    const { replyTo } = written
    const meant = mentions
    put({ draft: '' })
    mentions = []
    onWrote('')
    return (text: string, isFirst = true) =>
      handle.send({
        text,
        mentions: mentionedIn(text, meant),
        replyTo: isFirst ? replyTo?.id : undefined,
      })
  }

  return {
    state,
    setText(whole) {
      const text = whole.slice(0, draftMax)
      const { editing } = written
      put(editing ? { ...written, editing: { ...editing, text } } : { ...written, draft: text })
      if (!editing) onWrote(text)
    },
    mention(userId, name) {
      mentions = withMention(mentions, { userId, name })
      keepBeside(written, true)
    },
    reply(replyTo) {
      put({ draft: written.draft, replyTo })
    },
    edit(message) {
      const text = message?.content?.text
      const editing = message && text !== undefined ? { message, text } : undefined
      put({ ...written, editing })
    },
    async submit() {
      const { draft, editing, replyTo } = written
      if (!state.get().canSubmit) return
      if (editing) {
        put({ draft, replyTo })
        const text = sendable(editing.text)
        try {
          await handle.edit(editing.message.id, text, meantBy(text, editing.message))
        } catch (error) {
          if (!written.editing && written.draft === draft) put({ ...written, editing })
          throw error
        }
        return
      }
      take()(sendable(draft))
    },
    submitInParts() {
      const { draft, editing } = written
      if (editing) return
      const parts = splitText(sendable(draft), limits.textMax)
      if (parts.length === 0) return
      const send = take()
      for (const [at, part] of parts.entries()) send(part, at === 0)
    },
  }
}

function stateOf({ draft, replyTo, editing }: Written): ComposerState {
  const text = editing?.text ?? draft
  const whole = sendable(text)
  const length = codePoints(whole)
  const remaining = limits.textMax - length
  const canSubmit = length > 0 && remaining >= 0
  const parts = remaining < 0 && !editing ? splitText(whole, limits.textMax).length : 1
  return { text, draft, replyTo, editing: editing?.message, canSubmit, remaining, parts }
}

/** As it will be sent: without space around it, and without what no database can store. */
export function sendable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '').trim()
}
