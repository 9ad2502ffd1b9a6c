import type { Listed } from '@parley/client/listed'
import { useMemo, useState } from 'react'
import { isUnread } from './conversationActs.ts'

/**
 * Those with something unread. The one that is being read stays among them until another one is
 * chosen, although it is read by then.
 */
export function useUnreadOnly(
  items: readonly Listed[],
  chosenId: string | undefined,
): readonly Listed[] {
  const [reading, setReading] = useState<string>()
  const isChosenUnread = items.some(one => one.id === chosenId && isUnread(one))
  if (isChosenUnread && reading !== chosenId) setReading(chosenId)
  if (reading !== undefined && reading !== chosenId) setReading(undefined)
  return useMemo(() => items.filter(one => isUnread(one) || one.id === reading), [items, reading])
}
