import type { Broadcast } from '@parley/protocol/bulk'
import type { SendInput } from '@parley/protocol/bulkInputs'

type Asked = Pick<SendInput, 'recipients' | 'content' | 'jobId' | 'scheduleAt'>

/**
 * Whether the broadcast is what was asked for now. The answer to a key that was used before is
 * what was sent then, which may have been changed since.
 */
export function isWhatWasSent(sent: Broadcast, asked: Asked): boolean {
  const { recipients, content, jobId, scheduleAt } = asked
  return (
    sent.text === content?.text &&
    (jobId === undefined || sent.job?.id === jobId) &&
    // One that was not put off has no zone.
    (scheduleAt === undefined
      ? sent.zone === undefined
      : Date.parse(sent.dueAt) === Date.parse(scheduleAt)) &&
    ('userIds' in recipients
      ? sent.filter === undefined && sent.total === recipients.userIds.length
      : isSame(sent.filter ?? {}, recipients.filter))
  )
}

function isSame(one: object, other: object): boolean {
  const inOrder = (all: object) => JSON.stringify(Object.entries(all).sort())
  return inOrder(one) === inOrder(other)
}
