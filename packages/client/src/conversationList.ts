/**
 * The list of conversations as screens read it, kept in order. A message changes one of them,
 * so it must not cost a look at all.
 */
import type { ListStatus } from './list.ts'
import { compareListed, type Listed } from './listed.ts'
import { isBelow, type Place } from './place.ts'
import { derived, type Readable } from './readable.ts'

/** What is archived, or what is not. */
export type Conversations = ListStatus & { readonly items: readonly Listed[] }

export interface ConversationList extends Readable<Conversations> {
  /** This one changed: whoever asks from now on sees it. */
  expire(id: string): void
  /** Something did, or at least the status. */
  tell(): void
}

interface Options {
  listed: (id: string) => Listed | undefined
  archived: boolean
  status: () => ListStatus
  /** Below it some are missing: it is the end of what is shown. */
  reach: () => Place | undefined
}

export function createConversationList(options: Options): ConversationList {
  const { listed, archived, status, reach } = options
  const stale = new Set<string>()
  let all: readonly Listed[] = []
  let items: readonly Listed[] = []

  function refresh(): void {
    const fresh = [...stale].flatMap(id => listed(id) ?? [])
    const rest = all.filter(({ id }) => !stale.has(id))
    stale.clear()
    all = [...fresh.filter(one => one.archived === archived), ...rest].sort(compareListed)
    const end = reach()
    const next = end ? all.filter(one => isAbove(one, end)) : all
    if (!isSame(items, next)) items = next
  }

  const list = derived<Conversations>(before => {
    refresh()
    const next = { ...status(), items }
    const same = before?.status === next.status && before.hasMore === next.hasMore
    return same && before.items === items ? before : next
  })

  return {
    ...list,
    expire(id) {
      stale.add(id)
      list.expire()
    },
    tell: list.invalidate,
  }
}

function isSame(a: readonly Listed[], b: readonly Listed[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at])
}

/** What is pinned, or waits to be sent, stands at the top wherever it belongs. */
function isAbove(one: Listed, end: Place): boolean {
  return one.pinned || one.pending !== undefined || !isBelow(one, end)
}
