import type { Job } from '@parley/protocol/job'
import { getTableColumns } from 'drizzle-orm'
import { jobs } from '../schema/jobs.ts'
import { namedColumns } from './columns.ts'
import { optional } from './json.ts'

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

/** The same of `jobs j`, as JSON that Postgres writes. */
export const jobJson = `concat(
  '{"id":', to_json(j.id), ',"title":', to_json(j.title), ',"type":', to_json(j.type),
  ',"status":', to_json(j.status), ',"customerId":', to_json(j.customer_id),
  ${optional('place', 'to_json(j.place)')},
  ${optional('price', 'j.price')},
  '}')`
