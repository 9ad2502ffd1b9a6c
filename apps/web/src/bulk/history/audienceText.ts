import type { Broadcast } from '@parley/protocol/bulk'
import type { RecipientFilter } from '@parley/protocol/bulkFilter'
import { dateOf } from '@parley/react/time/format'
import { bulkReportWords } from '../../words/bulkReportWords.ts'

const { audience } = bulkReportWords

/** Whom a broadcast is for, and about which job, in words. */
export function audienceText(broadcast: Pick<Broadcast, 'filter' | 'job' | 'total'>): string[] {
  const { filter, job, total } = broadcast
  const whom = filter ? audience.filtered(conditionsOf(filter)) : audience.chosen(total)
  return job ? [whom, audience.about(job.title)] : [whom]
}

function conditionsOf(filter: RecipientFilter): string[] {
  const { jobId, jobType, jobStatus, place, talkedSince, notAnswered } = filter
  const isAboutJob = [jobType, jobStatus, place].some(given => given !== undefined)
  return [
    jobId === undefined ? [] : audience.oneJob,
    isAboutJob ? audience.job({ type: jobType, status: jobStatus, place }) : [],
    talkedSince === undefined ? [] : audience.talkedSince(dateOf(talkedSince)),
    notAnswered ? audience.notAnswered : [],
  ].flat()
}
