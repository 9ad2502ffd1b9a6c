import { findPeople } from '@parley/db/queries/people'
import type { FindInput } from '@parley/protocol/peopleInputs'
import type { User } from '@parley/protocol/user'
import type { Caller, Core } from '../core.ts'
import { findableBy } from './openPolicy.ts'

/** People with whom the caller may open a conversation, by the words of their names. */
export function find(core: Core, { userId, role }: Caller, input: FindInput): Promise<User[]> {
  return findPeople(core.sql, userId, input, findableBy(role, core.openPolicy))
}
