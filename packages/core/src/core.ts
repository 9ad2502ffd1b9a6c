import type { Bus } from '@parley/bus/bus'
import type { Sql } from '@parley/db/database'
import type { Bulk } from './bulk/bulk.ts'
import type { Writes } from './chat/writes.ts'
import type { Delivery } from './delivery/delivery.ts'
import type { NodePresence } from './presence/presence.ts'
import type { Identity } from './tokens/identity.ts'
import type { Typing } from './typing/typing.ts'

/**
 * Who may open a conversation with whom: customers with contractors (`across`); only people who
 * share a conversation, and contractors with the customer of an open job (`related`); anyone.
 * Administrators may with all.
 */
export type OpenPolicy = 'across' | 'related' | 'anyone'

/** What every act works with. */
export interface Core {
  sql: Sql
  /** Connections for what may wait for a lock, so that nothing else waits behind it. */
  patientSql: Sql
  /** What many do at once is written together. */
  writes: Writes
  bus: Bus
  delivery: Delivery
  presence: NodePresence
  /** Who says on this node that they are typing. */
  typing: Typing
  bulk: Bulk
  openPolicy: OpenPolicy
  /** Told of what failed after an act was done; delivery heals it by itself. */
  onError(error: unknown): void
}

/** On whose behalf an act is done, as their token says. */
export type Caller = Pick<Identity, 'userId' | 'role'>
