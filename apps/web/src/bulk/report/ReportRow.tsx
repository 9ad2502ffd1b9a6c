import type { RecipientReport } from '@parley/protocol/bulk'
import { Avatar } from '@parley/react/parts/Avatar'
import { briefTimeOf, exactTimeOf } from '@parley/react/time/format'
import { Link } from 'wouter'
import { bulkReportWords } from '../../words/bulkReportWords.ts'
import { failureIn } from '../../words/failureWords.ts'
import { reachedAt } from './reachedAt.ts'

const { states } = bulkReportWords

/** What became of it with one recipient, and the way to the conversation with them. */
export function ReportRow({ row }: { row: RecipientReport }) {
  const { userId, user, state, conversationId, reason, missing } = row
  const name = user ? <bdi>{user.name}</bdi> : <code>{userId}</code>
  const moment = reachedAt(row)
  return (
    <li className="relative flex min-h-14 items-center gap-3 px-4 py-2 first:rounded-t-card last:rounded-b-card has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-petrol has-[a:focus-visible]:-outline-offset-2 hoverable:has-[a]:hover:bg-hover">
      <Avatar user={user ?? { id: userId, name: '?', role: 'customer' }} size="small" />
      <div className="flex min-w-0 flex-1 flex-col">
        {conversationId === undefined ? (
          <span className="truncate font-medium">
            <bdi>{name}</bdi>
          </span>
        ) : (
          <Link
            href={`/c/${conversationId}`}
            className="truncate font-medium outline-none after:absolute after:inset-0"
          >
            <bdi>{name}</bdi>
          </Link>
        )}
        {reason && <span className="text-danger text-small">{failureIn(reason, missing)}</span>}
      </div>
      <p className="flex shrink-0 flex-col items-end text-small">
        <span className={state === 'failed' ? 'text-danger' : state === 'read' ? 'text-mark' : ''}>
          {states[state]}
        </span>
        {moment !== undefined && (
          <time dateTime={moment} title={exactTimeOf(moment)} className="text-soft">
            {briefTimeOf(moment)}
          </time>
        )}
      </p>
    </li>
  )
}
