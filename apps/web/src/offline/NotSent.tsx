import { AlertIcon } from '../icons/AlertIcon.tsx'
import { words } from '../words/words.ts'

interface Props {
  count: number
  onSendAgain: () => void
}

/** Several messages were not sent: all of them with one click. One alone has its own buttons. */
export function NotSent({ count, onSendAgain }: Props) {
  if (count < 2) return null
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 bg-danger-ground px-4 py-1.5 text-danger text-small two:px-6">
      <span className="flex items-center gap-2">
        <AlertIcon />
        {words.message.manyFailed(count)}
      </span>
      <button
        type="button"
        onClick={onSendAgain}
        className="min-h-6 font-semibold underline underline-offset-3 touch:min-h-11"
      >
        {words.message.sendAllAgain}
      </button>
    </div>
  )
}
