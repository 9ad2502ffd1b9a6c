/** Whether a message is to be heard: pure. */
import type { News } from '@parley/client/news'

interface Surroundings {
  /** The conversation on this page, while somebody looks at it. */
  lookedAt: string | undefined
  isTurn: boolean
  isOn: boolean
  /** Since the last sound. */
  restedMs: number
}

/** Many at once are one sound. */
export const restMs = 1000

export function soundsFor(news: News, { lookedAt, isTurn, isOn, restedMs }: Surroundings): boolean {
  if (!isOn || !isTurn || restedMs < restMs) return false
  if (lookedAt === news.conversationId) return false
  return news.isMentioned || !(news.isMuted || news.isArchived)
}
