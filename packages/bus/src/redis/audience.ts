// Who on this node wants to hear what.

import type { Change } from '@parley/protocol/change'
import { Listeners } from '../listeners.ts'
import type { Notice } from '../notice.ts'
import type { Signal } from '../signal.ts'

export function createAudience() {
  return {
    /** By person. */
    changes: new Listeners<Change>(),
    signals: new Listeners<Signal>(),
    watchers: new Listeners<void>(),
    /** All of them. */
    notices: new Listeners<Notice>(),
    upheavals: new Listeners<void>(),
    desertions: new Listeners<readonly string[]>(),
  }
}

export type Audience = ReturnType<typeof createAudience>
