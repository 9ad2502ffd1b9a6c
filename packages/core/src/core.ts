import type { Bus } from '@parley/bus/bus'
import type { Sql } from '@parley/db/database'
import type { Delivery } from './delivery/delivery.ts'
import type { OpenPolicy } from './people/openPolicy.ts'
import type { Identity } from './tokens/identity.ts'

/** What every act works with. */
export interface Core {
  sql: Sql
  bus: Bus
  delivery: Delivery
  openPolicy: OpenPolicy
  /** Told of what failed after an act was done; delivery heals it by itself. */
  onError(error: unknown): void
}

/** On whose behalf an act is done, as their token says. */
export type Caller = Pick<Identity, 'userId' | 'role'>
