import type { Job } from '@parley/protocol/job'
import { getTableColumns } from 'drizzle-orm'
import { jobs } from '../schema/jobs.ts'
import { namedColumns } from './columns.ts'

export type JobRow = typeof jobs.$inferSelect

/** What a row inside JSON selects of `jobs j`. */
export const jobColumns = namedColumns('j', getTableColumns(jobs))

export function jobOf(row: JobRow): Job {
  const { id, title, type, status, place, price, customerId } = row
  return {
    id,
    title,
    type,
    status,
    customerId,
    ...(place === null ? {} : { place }),
    ...(price === null ? {} : { price }),
  }
}
