/** A place in the list of conversations: by the newest activity, then by the id. Pure. */
export interface Place {
  readonly updatedAt: string
  readonly id: string
}

/** Whether one stands further down than another. */
export function isBelow(one: Place, other: Place): boolean {
  if (one.updatedAt !== other.updatedAt) return one.updatedAt < other.updatedAt
  return one.id < other.id
}
