import type { Conversation } from './conversation.ts'
import { personOf } from './conversation.ts'

/** Conversations as columns, which Postgres takes in as `unnest`. */
export function seedRows(conversations: readonly Conversation[]) {
  const members = conversations.flatMap(({ id, members }) =>
    members.map(userId => ({ id, userId })),
  )
  const people = [...new Set(members.map(({ userId }) => userId))]
  return {
    people: { ids: people, names: people.map(id => personOf(id).name) },
    conversationIds: conversations.map(({ id }) => id),
    members: {
      conversationIds: members.map(({ id }) => id),
      userIds: members.map(({ userId }) => userId),
    },
  }
}
