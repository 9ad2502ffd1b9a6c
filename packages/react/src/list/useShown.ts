import type { Listed } from '@parley/client/listed'
import { useMemo, useState } from 'react'
import { isUnread } from './conversationActs.ts'

interface Filter {
  isUnreadOnly: boolean
  chosenId: string | undefined
}

/**
 * What a filter lets through. The conversation that is being read stays among the unread ones
 * until another one is chosen, although it is read by then.
 */
export function useShown(
  items: readonly Listed[],
  { isUnreadOnly, chosenId }: Filter,
): readonly Listed[] {
  const [reading, setReading] = useState<string>()
  const isKept =
    isUnreadOnly &&
    (reading === chosenId || items.some(one => one.id === chosenId && isUnread(one)))
  const kept = isKept ? chosenId : undefined
  if (reading !== kept) setReading(kept)
  return useMemo(
    () => (isUnreadOnly ? items.filter(one => isUnread(one) || one.id === kept) : items),
    [items, isUnreadOnly, kept],
  )
}
