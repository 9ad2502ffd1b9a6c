import type { Reason } from '@parley/protocol/reasons'
import { reasonOf } from '@parley/react/parts/reasonOf'

export interface Refusal {
  reason: Reason
  /** The input field at fault. */
  field: string | undefined
  /** What the server said, without the field. */
  said: string
  retryAfterMs: number | undefined
}

interface Failed {
  message: string
  data?: { field?: string; retryAfterMs?: number } | null | undefined
}

/** Why a call did not succeed, with all that the server said about it. */
export function refusalIn(error: Failed): Refusal {
  const { field, retryAfterMs } = error.data ?? {}
  const isOfField = field !== undefined && error.message.startsWith(`${field}: `)
  const said = isOfField ? error.message.slice(field.length + 2) : error.message
  return { reason: reasonOf(error), field, said, retryAfterMs }
}
