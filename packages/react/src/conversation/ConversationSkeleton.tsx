import { BackIcon } from '../icons/BackIcon.tsx'
import { BubbleSkeleton } from '../message/BubbleSkeleton.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { words } from '../words/words.ts'

/** A whole conversation that is on its way: what comes stands where this does. */
export function ConversationSkeleton({ onBack }: { onBack?: (() => void) | undefined }) {
  return (
    <>
      <header
        className={`flex min-h-16 shrink-0 items-center gap-1 border-line border-b bg-surface py-2 pe-1 two:gap-3 two:px-6 ${onBack ? 'ps-1' : 'ps-3'}`}
      >
        {onBack && (
          <IconButton label={words.conversation.back} icon={<BackIcon />} onClick={onBack} />
        )}
        <div aria-hidden="true" className="flex flex-1 animate-late items-center gap-2.5 two:gap-3">
          <span className="size-8 animate-pulse rounded-control bg-line" />
          <span className="flex flex-1 animate-pulse flex-col gap-2">
            <span className="h-3 w-36 max-w-full rounded-full bg-line" />
            <span className="h-2.5 w-24 max-w-full rounded-full bg-line" />
          </span>
        </div>
      </header>
      <BubbleSkeleton />
      <div
        aria-hidden="true"
        className="border-line border-t bg-surface px-2 py-2.5 pb-[calc(0.625rem+env(safe-area-inset-bottom))] two:px-6"
      >
        <div className="h-10 animate-late touch:h-11">
          <div className="h-full animate-pulse rounded-control bg-line" />
        </div>
      </div>
    </>
  )
}
