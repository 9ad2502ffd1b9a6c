import type { User } from '@parley/protocol/user'
import type { people } from '../schema/people.ts'
import { optional } from './json.ts'

type Row = Pick<typeof people.$inferSelect, 'id' | 'name' | 'role' | 'picture'>

/** A person's row as others may see it. */
export function userOf({ id, name, role, picture }: Row): User {
  return { id, name, role, ...(picture === null ? {} : { picture }) }
}

/** The same of `people u`, as JSON that Postgres writes. */
export const userJson = `concat(
  '{"id":', to_json(u.id), ',"name":', to_json(u.name), ',"role":"', u.role, '"',
  ${optional('picture', 'to_json(u.picture)')},
  '}')`
