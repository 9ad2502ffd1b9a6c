/**
 * Names for metrics and logs. A path is anything that a stranger writes; there are only as
 * many names as procedures, and "unknown".
 */
import type { AnyTRPCRouter } from '@trpc/server'

export function procedureNames(router: AnyTRPCRouter) {
  const known = new Set(Object.keys(router._def.procedures))
  return (path: string | undefined): string =>
    path !== undefined && known.has(path) ? path : 'unknown'
}
