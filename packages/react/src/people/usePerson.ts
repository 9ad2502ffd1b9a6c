import type { User } from '@parley/protocol/user'
import { reasonOf } from '../parts/reasonOf.ts'
import { trpc } from '../trpc.ts'
import { useArchived } from '../useArchived.ts'
import { useConversations } from '../useConversations.ts'

/** Somebody by their id: as the server says, and before it can, as my conversations do. */
export function usePerson(userId: string) {
  const { data, error, refetch } = trpc.people.get.useQuery({ userId })
  const conversations = useConversations().items
  const archived = useArchived().items
  const held = [...conversations, ...archived]
  const participants = held.flatMap(each => each.participants)
  const known: User | undefined = participants.find(one => one.userId === userId)?.user
  const reason = error ? reasonOf(error) : undefined
  return {
    /** Nothing until it is known, or if it never will be. */
    person: data ?? known,
    isMissing: reason === 'NOT_FOUND' || reason === 'INVALID_INPUT',
    hasFailed: reason !== undefined,
    askAgain: refetch,
    /** Those of mine that they take part in, as far as they are held. */
    shared: held.filter(({ others }) => others.some(one => one.userId === userId)),
  }
}
