import type { Change } from '@parley/protocol/change'
import type { Core } from '../core.ts'

/** Announces a committed change without keeping its author waiting; the sweep finds what fails. */
export function announceLater(core: Core, membersVersion: number, change: Change): void {
  core.delivery.announce(membersVersion, change)?.catch(core.onError)
}
