import { words } from '../words/words.ts'

/** Stands in for rows that take longer than 200 ms to come. */
export function Skeleton({ rows }: { rows: number }) {
  return (
    <div role="status" className="flex animate-late flex-col gap-4 p-4">
      <span className="sr-only">{words.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} aria-hidden="true" className="flex animate-pulse items-center gap-3">
          <span className="size-11 rounded-full bg-line" />
          <span className="flex flex-1 flex-col gap-2">
            <span className="h-3 w-2/5 rounded-full bg-line" />
            <span className="h-3 w-4/5 rounded-full bg-line" />
          </span>
        </div>
      ))}
    </div>
  )
}
