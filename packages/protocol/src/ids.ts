import * as z from 'zod/mini'
import { limits } from './limits.ts'
import { text } from './text.ts'

export const userId = text(limits.userIdMax)

/** Any uuid, in the lower case that Postgres answers with. */
export const uuid = () => z.guid().check(z.toLowerCase())

export const conversationId = uuid()

/** Made by the sender before sending, unique per sender: it makes sending idempotent. */
export const clientId = uuid()

/** Numbers the messages of a conversation 1, 2, 3 ...; Postgres keeps it in 32 bits. */
export const seq = z.int().check(z.gte(1), z.lte(2_147_483_647))

/** A position or version that may still stand at the beginning. */
export const count = z.int().check(z.gte(0), z.lte(2_147_483_647))

export const timestamp = z.iso.datetime()

/**
 * Since 1970, of a timestamp with any digits: of more than nine behind the point V8 drops zeros in
 * front, and .027 becomes .27.
 */
export function millisecondsOf(moment: string): number {
  return Date.parse(moment.replace(/(\.\d{3})\d+/, '$1'))
}

export const messageId = z.string().check(
  z.maxLength(47),
  z.refine(value => parseMessageId(value) !== undefined, 'must be a message id'),
)

/**
 * A message is found by its conversation and its number in it, so its id says both and
 * needs no index of its own.
 */
export function formatMessageId(conversation: string, number: number): string {
  return `${conversation}.${number}`
}

/** The two parts of a message id, or nothing when it is none. */
export function parseMessageId(id: string): { conversationId: string; seq: number } | undefined {
  const [conversation, number, ...rest] = id.split('.')
  if (rest.length > 0 || !conversation || !number || !/^[1-9]\d{0,9}$/.test(number))
    return undefined
  const parsed = seq.safeParse(Number(number))
  if (!parsed.success || !conversationId.safeParse(conversation).success) return undefined
  return { conversationId: conversation.toLowerCase(), seq: parsed.data }
}
