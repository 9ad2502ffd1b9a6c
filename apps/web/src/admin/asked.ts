/** Whose connections are shown. It stands in the address, so that it outlives a reload. */
import { conversationId } from '@parley/protocol/ids'

export type Asked = { userId: string } | { conversationId: string } | undefined

export function askedIn(search: string): Asked {
  const params = new URLSearchParams(search)
  const person = params.get('person')
  if (person) return { userId: person }
  const { data } = conversationId.safeParse(params.get('conversation'))
  return data ? { conversationId: data } : undefined
}

export function addressOf(asked: Asked): string {
  if (!asked) return '/admin'
  const params = new URLSearchParams()
  if ('userId' in asked) params.set('person', asked.userId)
  else params.set('conversation', asked.conversationId)
  return `/admin?${params}`
}

/** What was typed names a conversation: its id, or the address of its page. */
export function conversationIn(typed: string): string | undefined {
  const last = typed.trim().split('/').at(-1)
  return conversationId.safeParse(last?.toLowerCase()).data
}
