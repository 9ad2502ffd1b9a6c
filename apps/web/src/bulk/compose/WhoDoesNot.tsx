import { Avatar } from '@parley/react/parts/Avatar'
import { Button } from '@parley/react/parts/Button'
import { composeWords } from '../../words/composeWords.ts'
import { failureIn } from '../../words/failureWords.ts'
import type { PreviewOf } from './usePreview.ts'
import { nameOf } from './WhoGets.tsx'

/** Why some would not get it: how many for each reason, and each by name. */
export function WhoDoesNot({ preview }: { preview: PreviewOf }) {
  const { counts, items, hasMore, loadMore } = preview
  const failed = items.filter(({ reason }) => reason !== undefined)
  if (counts?.totalFailed === 0) return <p className="text-soft">{composeWords.noneFailed}</p>
  return (
    <>
      {counts && counts.failures.length > 1 && (
        <ul className="flex flex-col gap-1 text-small">
          {counts.failures.map(({ reason, count }) => (
            <li key={reason}>{composeWords.forReason(reason, count)}</li>
          ))}
        </ul>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled, by keys too */}
      <section aria-label={composeWords.noGet} tabIndex={0} className="max-h-96 overflow-y-auto">
        <ul className="divide-y divide-line">
          {failed.map((one, at) => (
            // One who was named twice stands there twice.
            <li key={at} className="flex items-center gap-3 py-2">
              {one.user && <Avatar user={one.user} size="small" />}
              <span className="flex min-w-0 flex-col">
                <span className="truncate">
                  <bdi>{nameOf(one)}</bdi>
                </span>
                {one.reason && (
                  <span className="text-small text-soft">{failureIn(one.reason, one.missing)}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {hasMore && (
        <Button kind="quiet" className="self-start" onClick={loadMore}>
          {composeWords.more}
        </Button>
      )}
    </>
  )
}
