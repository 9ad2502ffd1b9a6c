import { words } from '../words/words.ts'

/** Somebody who takes longer than 200 ms to come: what is known of them stands where this does. */
export function PersonSkeleton() {
  return (
    <div role="status" className="min-h-0 flex-1 animate-late px-4 py-8 two:px-6 two:py-12">
      <span className="sr-only">{words.loading}</span>
      <div
        aria-hidden="true"
        className="mx-auto flex w-full max-w-md animate-pulse flex-col items-center gap-3"
      >
        <span className="size-16 rounded-full bg-line" />
        <span className="h-6 w-48 rounded-full bg-line" />
        <span className="h-3.5 w-24 rounded-full bg-line" />
        <span className="mt-12 h-9 w-full rounded-control bg-line touch:h-11" />
      </div>
    </div>
  )
}
