import type { User } from '@parley/protocol/user'
import type { people } from '../schema/people.ts'

type Row = Pick<typeof people.$inferSelect, 'id' | 'name' | 'role' | 'picture'>

/** A person's row as others may see it. */
export function userOf({ id, name, role, picture }: Row): User {
  return { id, name, role, ...(picture === null ? {} : { picture }) }
}
