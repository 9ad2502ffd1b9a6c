import * as jobs from '@parley/db/queries/jobs'
import type { Job } from '@parley/protocol/job'
import type { Caller, Core } from '../core.ts'
import { notFound } from '../notFound.ts'

/** Takes a job over from the host product, as it stands there now. */
export function upsert(core: Core, job: Job): Promise<Job> {
  return jobs.upsertJob(core.sql, job)
}

export async function get(core: Core, { userId, role }: Caller, jobId: string): Promise<Job> {
  const job = await jobs.visibleJob(core.sql, userId, role, jobId)
  if (!job) throw notFound('job')
  return job
}

/** One's own jobs, those one talks about, and open ones for contractors; the last changed first. */
export function list(core: Core, { userId, role }: Caller): Promise<Job[]> {
  return jobs.visibleJobs(core.sql, userId, role)
}
