import type { Column } from 'drizzle-orm'

/**
 * Columns as a row inside JSON needs them, where nothing else renames them:
 * `m.sender_id as "senderId", ...`.
 */
export function namedColumns(alias: string, columns: Record<string, Column>): string {
  return Object.entries(columns)
    .map(([name, column]) => `${alias}.${column.name} as "${name}"`)
    .join(', ')
}
