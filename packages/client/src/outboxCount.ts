/** What is not sent yet, over all conversations: pure. */
import type { Outgoing, Queue } from './outbox.ts'

export interface OutboxCount {
  readonly waiting: number
  readonly failed: number
  /** Those of them that cannot be sent again, since one is not in their conversation any more. */
  readonly stranded?: Stranded | undefined
}

interface Stranded {
  readonly count: number
  /** Where some of them can be seen. */
  readonly conversationId: string
}

type IsHeld = (conversationId: string) => boolean

export function countOf(queues: ReadonlyMap<string, Queue>, isHeld: IsHeld): OutboxCount {
  const all = [...queues].flatMap(([id, queue]) => queue.map(message => ({ id, message })))
  const failed = all.filter(({ message }) => message.state.kind === 'failed').length
  const lost = all.filter(({ id, message }) => isStranded(message, isHeld(id)))
  const stranded = lost[0] && { count: lost.length, conversationId: lost[0].id }
  return { waiting: all.length - failed, failed, stranded }
}

export function isStranded({ state }: Outgoing, isHeld: boolean): boolean {
  return state.kind === 'failed' && state.reason === 'NOT_FOUND' && !isHeld
}

export function isSameCount(a: OutboxCount, b: OutboxCount): boolean {
  return (
    a.waiting === b.waiting &&
    a.failed === b.failed &&
    a.stranded?.count === b.stranded?.count &&
    a.stranded?.conversationId === b.stranded?.conversationId
  )
}
