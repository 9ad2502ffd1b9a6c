import type { Broadcast } from '@parley/protocol/bulk'
import { ClockIcon } from '@parley/react/icons/ClockIcon'
import { DueTime } from '../history/DueTime.tsx'
import { CancelButton } from './CancelButton.tsx'

interface Props {
  broadcast: Broadcast
  isSoon: boolean
  onChanged: () => Promise<unknown>
}

/** One that waits for its time. */
export function Due({ broadcast, isSoon, onChanged }: Props) {
  return (
    <section className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card bg-raised p-4">
      <span className="text-petrol">
        <ClockIcon />
      </span>
      <p className="min-w-0 flex-1 basis-52">
        <DueTime broadcast={broadcast} isSoon={isSoon} />
      </p>
      <CancelButton broadcast={broadcast} onChanged={onChanged} />
    </section>
  )
}
