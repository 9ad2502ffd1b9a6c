/**
 * What one did to messages and the server has not answered yet, laid over the rows: pure.
 * An overlay goes when the answer has entered the replica, or with the refusal.
 */
import type { Message } from '@parley/protocol/message'

export interface Overlay {
  readonly messageId: string
  readonly apply: (message: Message) => Message
}

/** The very same list when no overlay touches it. */
export function overlaid(
  messages: readonly Message[],
  overlays: readonly Overlay[],
): readonly Message[] {
  if (overlays.length === 0) return messages
  const touched = new Set(overlays.map(({ messageId }) => messageId))
  if (!messages.some(({ id }) => touched.has(id))) return messages
  return messages.map(message =>
    touched.has(message.id)
      ? overlays
          .filter(({ messageId }) => messageId === message.id)
          .reduce((row, { apply }) => apply(row), message)
      : message,
  )
}

export interface Edit {
  readonly messageId: string
  readonly text: string
  /** Who is mentioned from now on; without it, whoever was. */
  readonly mentions?: readonly string[] | undefined
}

export function editing({ messageId, text, mentions }: Edit, at: string): Overlay {
  return {
    messageId,
    apply(message) {
      const { content } = message
      if (!content || content.text === text) return message
      const meant = mentions && { mentions: [...mentions] }
      return { ...message, content: { ...content, text, ...meant }, editedAt: at }
    },
  }
}

export function removing(messageId: string, at: string): Overlay {
  return {
    messageId,
    apply(message) {
      const { content: _content, ...rest } = message
      return message.removedAt ? message : { ...rest, reactions: [], removedAt: at }
    },
  }
}

export function reacting(messageId: string, me: string, emoji: string, on: boolean): Overlay {
  return {
    messageId,
    apply(message) {
      const known = message.reactions.find(reaction => reaction.emoji === emoji)
      const stands = known?.userIds.includes(me) ?? false
      if (stands === on || message.removedAt) return message
      const userIds = known?.userIds.filter(id => id !== me) ?? []
      const changed = { emoji, userIds: on ? [...userIds, me] : userIds }
      const reactions = known
        ? message.reactions.map(reaction => (reaction === known ? changed : reaction))
        : [...message.reactions, changed]
      return { ...message, reactions: reactions.filter(reaction => reaction.userIds.length > 0) }
    },
  }
}
