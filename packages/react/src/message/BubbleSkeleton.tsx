import { words } from '../words/words.ts'

/** Sides and sizes as people take turns; the last stands lowest, as the newest message does. */
const bubbles = [
  'h-14 w-3/5 rounded-es-corner',
  'h-9 w-2/5 self-end rounded-ee-corner',
  'h-9 w-1/2 rounded-es-corner',
  'h-14 w-3/5 self-end rounded-ee-corner',
  'h-9 w-1/3 self-end rounded-e-corner',
] as const

/** Stands in for messages that take longer than 200 ms to come. */
export function BubbleSkeleton() {
  return (
    <div
      role="status"
      className="flex min-h-0 flex-1 animate-late flex-col justify-end overflow-hidden px-3 pb-6 two:px-6"
    >
      <span className="sr-only">{words.loading}</span>
      <div aria-hidden="true" className="flex animate-pulse flex-col gap-3">
        {bubbles.map(bubble => (
          <span key={bubble} className={`max-w-[36rem] rounded-bubble bg-line ${bubble}`} />
        ))}
      </div>
    </div>
  )
}
