import { ManyIcon } from '../icons/ManyIcon.tsx'
import { words } from '../words/words.ts'

/** Says that this went to several people, each in their own conversation. */
export function BulkMark({ isMine }: { isMine: boolean }) {
  return (
    <span
      className={`flex items-center gap-1 pb-0.5 text-tiny [&_svg]:size-3.5 ${isMine ? 'text-on-mine-soft' : 'text-soft'}`}
    >
      <ManyIcon />
      {words.message.bulk}
    </span>
  )
}
