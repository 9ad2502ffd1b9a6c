import { Busy } from '../parts/Busy.tsx'
import { words } from '../words/words.ts'
import { topSpace } from './useMessageScroll.ts'

interface Props {
  name: string
  complete: boolean
  loadingOlder: boolean
}

/** Above the first message: where it all began, or that more is coming. */
export function ListTop({ name, complete, loadingOlder }: Props) {
  return (
    <div
      className="absolute inset-x-0 top-0 flex items-center justify-center px-6 text-center text-small text-soft"
      style={{ height: topSpace }}
    >
      {complete && <p className="max-w-96">{words.conversation.beginning(name)}</p>}
      {loadingOlder && (
        <p role="status" className="flex animate-late items-center gap-2">
          <Busy />
          {words.conversation.loadingOlder}
        </p>
      )}
    </div>
  )
}
