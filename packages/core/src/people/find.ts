import { findPeople } from '@parley/db/queries/people'
import type { FindInput } from '@parley/protocol/peopleInputs'
import type { User } from '@parley/protocol/user'
import type { Caller, Core } from '../core.ts'
import { findableBy } from './openPolicy.ts'

/** People with whom the caller may open a conversation, by the words of their names. */
export function find(core: Core, caller: Caller, input: FindInput): Promise<User[]> {
  return findPeople(core.sql, caller, input, findableBy(caller.role, core.openPolicy))
}
