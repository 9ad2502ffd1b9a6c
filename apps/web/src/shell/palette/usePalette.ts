import type { Listed } from '@parley/client/listed'
import { limits } from '@parley/protocol/limits'
import type { User } from '@parley/protocol/user'
import { useOffline } from '@parley/react/connection/useOffline'
import { conversationName } from '@parley/react/list/conversationName'
import { useDebounced } from '@parley/react/people/useDebounced'
import { useMe } from '@parley/react/people/useMe'
import { trpc } from '@parley/react/trpc'
import { useArchived } from '@parley/react/useArchived'
import { useConversations } from '@parley/react/useConversations'
import { words } from '../../words/words.ts'
import { routeOf } from '../route.ts'
import { routes } from '../routes.ts'
import { type Command, commandsFor } from './commands.ts'
import { rank } from './rank.ts'

/** More than anybody looks through: who wants another one types on. */
const most = 8
const mostRecent = 5

export type Entry = { key: string; name: string; act: () => void } & (
  | { kind: 'conversation'; listed: Listed }
  | { kind: 'person'; person: User }
  | { kind: 'command' }
)

export interface Group {
  label: string
  entries: readonly Entry[]
}

/** What fits what was typed, in groups, and what is missing from it. */
export function usePalette(query: string) {
  const isOffline = useOffline()
  const me = useMe()
  const { items } = useConversations()
  const archived = useArchived().items
  const typed = query.trim()
  const settled = useDebounced(typed, 150)
  const search = trpc.people.find.useQuery(
    { query: settled, limit: limits.findPage },
    { enabled: settled !== '' },
  )
  const found = typed === '' ? [] : (search.data ?? [])
  const conversations = rank(query, [...items, ...archived].map(conversationEntry))
  // Where one is already is not where one wants to go, unless one looks for it.
  const others = conversations.filter(({ listed }) => typed !== '' || !isOpen(listed))
  const { palette } = words
  const groups: Group[] = [
    {
      label: typed ? palette.conversations : palette.recent,
      entries: others.slice(0, typed ? most : mostRecent),
    },
    { label: palette.people, entries: found.slice(0, most).map(personEntry) },
    { label: palette.commands, entries: rank(query, commandsFor(me)).map(commandEntry) },
  ]
  return {
    groups: groups.filter(({ entries }) => entries.length > 0),
    isOffline,
    hasFailed: typed !== '' && search.isError && !isOffline,
    isSearching: typed !== '' && (typed !== settled || search.isFetching),
  }
}

function isOpen({ id }: Listed): boolean {
  const here = routeOf(location.pathname)
  return here.at === 'conversation' && here.id === id
}

function conversationEntry(listed: Listed) {
  const { id, job, others } = listed
  return {
    kind: 'conversation' as const,
    key: `c-${id}`,
    name: conversationName(listed),
    more: [...others.map(({ user }) => user.name), ...(job ? [job.title] : [])],
    listed,
    act: () => routes.go({ at: 'conversation', id }),
  }
}

function personEntry(person: User) {
  return {
    kind: 'person' as const,
    key: `p-${encodeURIComponent(person.id)}`,
    name: person.name,
    person,
    act: () => routes.go({ at: 'person', userId: person.id }),
  }
}

function commandEntry({ id, name, act }: Command) {
  return { kind: 'command' as const, key: `x-${id}`, name, act }
}
