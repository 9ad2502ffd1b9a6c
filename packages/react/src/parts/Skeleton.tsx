import { words } from '../words/words.ts'

interface Props {
  rows: number
  /** Each as high as a conversation in the list, which also says what it is about. */
  isTall?: boolean
}

/** Stands in for rows that take longer than 200 ms to come. */
export function Skeleton({ rows, isTall = false }: Props) {
  return (
    <div role="status" className={`flex animate-late flex-col ${isTall ? 'px-4.5' : 'gap-4 p-4'}`}>
      <span className="sr-only">{words.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div
          key={row}
          aria-hidden="true"
          className={`flex animate-pulse items-center gap-3 ${isTall ? 'h-20' : ''}`}
        >
          <span className="size-11 rounded-full bg-line" />
          <span className="flex flex-1 flex-col gap-2">
            <span className="h-3 w-2/5 rounded-full bg-line" />
            {isTall && <span className="h-2.5 w-3/5 rounded-full bg-line" />}
            <span className="h-3 w-4/5 rounded-full bg-line" />
          </span>
        </div>
      ))}
    </div>
  )
}
