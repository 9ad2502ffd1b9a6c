import * as z from 'zod/mini'
import { clientId, conversationId, count, messageId, seq, timestamp, userId } from './ids.ts'
import { limits } from './limits.ts'
import { content, emoji, mentions } from './message.ts'
import { shownName } from './shownName.ts'
import { text } from './text.ts'
import { userIdList } from './userIdList.ts'

/** How many rows a page has. */
function pageSize(max: number, usual: number) {
  return z._default(z.int().check(z.gte(1), z.lte(max)), usual)
}

const title = shownName(limits.titleMax)

const byConversation = z.object({ conversationId })
const byMessage = z.object({ messageId })
const atPosition = z.object({ conversationId, seq })

export const open = z.object({
  participantIds: userIdList({ min: 1, max: limits.participantsMax }),
  title: z.optional(title),
  jobId: z.optional(text(limits.userIdMax)),
  key: z.optional(z.uuid()),
  firstMessage: z.optional(z.object({ clientId, content })),
})

export const list = z.object({
  limit: pageSize(limits.page, 50),
  cursor: z.nullish(z.string().check(z.maxLength(limits.cursorMax))),
  archived: z._default(z.boolean(), false),
})

export const get = byConversation

/** At most one bound; without one, the newest page. */
export const history = z
  .object({
    conversationId,
    before: z.optional(seq),
    after: z.optional(count),
    around: z.optional(seq),
    limit: pageSize(limits.page, 50),
  })
  .check(
    z.refine(
      ({ before, after, around }) =>
        [before, after, around].filter(bound => bound !== undefined).length <= 1,
      'takes one of before, after and around',
    ),
  )

export const send = z.object({
  conversationId,
  clientId,
  content,
  replyTo: z.optional(messageId),
})

export const edit = z.object({
  messageId,
  text: text(limits.textMax),
  /** Who is mentioned from now on; without it, whoever was. */
  mentions: z.optional(mentions),
  /**
   * When it was last edited, as far as the editor knew; null for never. An edit that was on its
   * way for long then does not undo a newer one. Without it the last to arrive wins.
   */
  editedAt: z.nullish(timestamp),
})
export const remove = byMessage
export const react = z.object({ messageId, emoji, on: z.boolean() })
export const markRead = atPosition
export const markDelivered = atPosition

export const setMine = z.object({
  conversationId,
  archived: z.optional(z.boolean()),
  muted: z.optional(z.boolean()),
  pinned: z.optional(z.boolean()),
  /** Marked as unread; no position changes. */
  unread: z.optional(z.boolean()),
})

/** A pair stays a pair: adding somebody to one opens a group, once per `key`. */
export const addPeople = z.object({
  conversationId,
  userIds: userIdList({ min: 1, max: limits.participantsMax }),
  /** They see what was written before they joined; for whoever opened the group to allow. */
  withHistory: z._default(z.boolean(), false),
  key: z.optional(z.uuid()),
})
export const removePerson = z.object({ conversationId, userId })
export const leave = byConversation
/** Without a title the group is named after its people. */
export const rename = z.object({ conversationId, title: z.optional(title) })

export const setTyping = z.object({ conversationId, typing: z.boolean() })
export const typing = byConversation

export const changesSince = z.object({ conversationId, version: count })

/** A cursor that cannot be one is as good as one that cannot be read: a full resume, no error. */
const cursor = z.catch(z.nullish(z.string().check(z.maxLength(limits.cursorMax))), 'unreadable')

export const changes = z.optional(z.object({ lastEventId: z.optional(cursor) }))

export type OpenInput = z.infer<typeof open>
export type ListInput = z.infer<typeof list>
export type HistoryInput = z.infer<typeof history>
export type SendInput = z.infer<typeof send>
export type EditInput = z.infer<typeof edit>
export type ReactInput = z.infer<typeof react>
export type PositionInput = z.infer<typeof markRead>
export type SetMineInput = z.infer<typeof setMine>
export type AddPeopleInput = z.infer<typeof addPeople>
export type RemovePersonInput = z.infer<typeof removePerson>
export type RenameInput = z.infer<typeof rename>
export type SetTypingInput = z.infer<typeof setTyping>
export type ChangesSinceInput = z.infer<typeof changesSince>
