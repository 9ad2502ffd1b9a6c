import type { Change } from '@parley/protocol/change'
import type { Core } from '../core.ts'

/** Announces the committed changes of one conversation without keeping its author waiting; the sweep finds what fails. */
export function announceLater(core: Core, membersVersion: number, ...changes: Change[]): void {
  core.delivery.announce(membersVersion, ...changes)?.catch(core.onError)
}
