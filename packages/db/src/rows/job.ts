import type { Job } from '@parley/protocol/job'
import type { jobs } from '../schema/jobs.ts'

export type JobRow = typeof jobs.$inferSelect

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
