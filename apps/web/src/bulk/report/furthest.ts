import type { Broadcast } from '@parley/protocol/bulk'
import { doneOf } from './progress.ts'

export function isOver({ status }: Pick<Broadcast, 'status'>): boolean {
  return status === 'finished' || status === 'cancelled'
}

/** Of what was read and what was told meanwhile, the later state: a broadcast only goes on. */
export function furthest(read: Broadcast, told: Broadcast | undefined): Broadcast {
  if (!told || isOver(read)) return read
  if (isOver(told)) return told
  const isFurther = doneOf(told) > doneOf(read) || read.status === 'scheduled'
  return isFurther ? { ...read, ...told } : read
}
