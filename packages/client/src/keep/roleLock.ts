import type { Role } from './tabs.ts'

/** The name of the lock that stands for a role; whoever has it may do what only one may. */
export function roleLock(database: string, role: Role): string {
  return `${database} ${role}`
}
