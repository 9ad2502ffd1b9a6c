import * as z from 'zod/mini'
import { broadcastId, recipientStates, templateId } from './bulk.ts'
import { recipientFilter } from './bulkFilter.ts'
import { timestamp, uuid } from './ids.ts'
import { limits } from './limits.ts'
import { content } from './message.ts'
import { shownName } from './shownName.ts'
import { text } from './text.ts'
import { userIdList } from './userIdList.ts'

/** How many there may be is for the server to say, which knows both numbers. */
const userIds = userIdList({ min: 1, max: limits.broadcastEver })

const recipients = z.union(
  [z.strictObject({ userIds }), z.strictObject({ filter: recipientFilter })],
  'takes either userIds or a filter',
)
export type Recipients = z.infer<typeof recipients>

const jobId = z.optional(text(limits.userIdMax))
const cursor = z.nullish(z.string().check(z.maxLength(limits.cursorMax)))

/** A text of its own, or a template; both with variables. */
const what = {
  recipients,
  content: z.optional(content),
  template: z.optional(templateId),
  jobId,
}
const isOneOfBoth = ({ content, template }: { content?: unknown; template?: unknown }) =>
  (content === undefined) !== (template === undefined)
const oneOfBoth = 'takes either content or template'

export const preview = z
  .object({
    ...what,
    /** Only those who would get it, or only those who would not. */
    only: z.optional(z.enum(['reached', 'failed'])),
    cursor,
  })
  .check(z.refine(input => isOneOfBoth(input), oneOfBoth))

export const send = z
  .object({
    ...what,
    idempotencyKey: uuid(),
    scheduleAt: z.optional(timestamp),
    /** The zone in which `scheduleAt` was meant, as IANA names it. */
    zone: z.optional(text(limits.zoneMax)),
    /** It waits for ten seconds in which it can be cancelled whole. */
    undo: z._default(z.boolean(), false),
  })
  .check(z.refine(input => isOneOfBoth(input), oneOfBoth))

export const get = z.object({ broadcastId })
export const cancel = z.object({ broadcastId })
export const progress = z.object({ broadcastId })

export const list = z.object({
  limit: z._default(z.int().check(z.gte(1), z.lte(limits.page)), 50),
  cursor,
})

export const report = z.object({
  broadcastId,
  only: z.optional(z.enum(recipientStates)),
  limit: z._default(z.int().check(z.gte(1), z.lte(limits.reportPage)), limits.page),
  cursor,
})

export const saveTemplate = z.object({
  templateId: z.optional(templateId),
  name: shownName(limits.titleMax),
  text: text(limits.textMax),
})
export const removeTemplate = z.object({ templateId })

export type PreviewInput = z.infer<typeof preview>
export type SendInput = z.infer<typeof send>
export type ListInput = z.infer<typeof list>
export type ReportInput = z.infer<typeof report>
export type SaveTemplateInput = z.infer<typeof saveTemplate>
