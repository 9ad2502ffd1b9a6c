/**
 * What one is writing in a conversation: a draft that is kept while switching and reloading,
 * perhaps as a reply; or, for a while, the text of a message that is being edited.
 */
import { limits } from '@parley/protocol/limits'
import type { Message } from '@parley/protocol/message'
import type { ConversationHandle } from './conversationHandle.ts'
import type { Keepsake } from './keepsake.ts'
import {
  type Mention,
  mentionedIn,
  mentionsFromText,
  mentionsToText,
  standing,
  withMention,
} from './mentions.ts'
import { type Readable, writable } from './readable.ts'

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
}

export interface Composer {
  readonly state: Readable<ComposerState>
  setText(text: string): void
  /** Remembers who `@name` is, for as long as that stands in the text. */
  mention(userId: string, name: string): void
  /** Answers a message; without one, no longer. */
  reply(message: Message | undefined): void
  /** Edits a message of one's own; without one, goes back to the draft. */
  edit(message: Message | undefined): void
  /** Sends the draft or the edit. Rejects with `Refused` when an edit is. */
  submit(): Promise<void>
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
}

interface Surroundings {
  /** What stands in the field after a key, unless it is an edit; nothing once it was sent. */
  onWrote?: (text: string) => void
  nameOf?: (userId: string) => string | undefined
}

export function createComposer(
  handle: Pick<ConversationHandle, 'send' | 'edit'>,
  kept: Kept,
  { onWrote = () => {}, nameOf = () => undefined }: Surroundings = {},
): Composer {
  let written: Written = { draft: kept.draft.read() }
  /** Also of those whose name was changed or taken out: it may come back. */
  let mentions = mentionsFromText(kept.mentions.read())
  const state = writable(stateOf(written))

  function put(next: Written): void {
    if (next.draft !== written.draft) {
      kept.draft.write(next.draft)
      keepMentions(next.draft)
    }
    written = next
    state.set(stateOf(next))
  }

  function keepMentions(draft: string): void {
    if (mentions.length > 0) kept.mentions.write(mentionsToText(standing(draft, mentions)))
  }

  function alsoMentioned({ content }: Message): readonly Mention[] {
    const ids = content?.mentions ?? []
    return ids.map(userId => ({ userId, name: nameOf(userId) ?? '' }))
  }

  return {
    state,
    setText(text) {
      const { editing } = written
      put(editing ? { ...written, editing: { ...editing, text } } : { ...written, draft: text })
      if (!editing) onWrote(text)
    },
    mention(userId, name) {
      mentions = withMention(mentions, { userId, name })
      keepMentions(written.draft)
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
        const known = [...mentions, ...alsoMentioned(editing.message)]
        const text = sendable(editing.text)
        const mentioned = known.length > 0 ? (mentionedIn(text, known) ?? []) : undefined
        await handle.edit(editing.message.id, text, mentioned)
        return
      }
      const text = sendable(draft)
      const mentioned = mentionedIn(text, mentions)
      put({ draft: '' })
      mentions = []
      onWrote('')
      handle.send({ text, mentions: mentioned, replyTo: replyTo?.id })
    },
  }
}

function stateOf({ draft, replyTo, editing }: Written): ComposerState {
  const text = editing?.text ?? draft
  const length = [...sendable(text)].length
  const remaining = limits.textMax - length
  const canSubmit = length > 0 && remaining >= 0
  return { text, draft, replyTo, editing: editing?.message, canSubmit, remaining }
}

/** As it will be sent: without space around it, and without what no database can store. */
export function sendable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '').trim()
}
