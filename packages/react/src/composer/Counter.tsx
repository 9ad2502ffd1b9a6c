import { words } from '../words/words.ts'

/** Said only when the end is near. */
const shownUpTo = 200

/** How many characters are left; an emoji is one, as the server counts. */
export function Counter({ remaining }: { remaining: number }) {
  if (remaining > shownUpTo) return null
  const isOver = remaining < 0
  return (
    <p
      role={isOver ? 'alert' : 'status'}
      className={`px-3 pb-2 text-end text-small two:px-6 ${isOver ? 'text-danger' : 'text-soft'}`}
    >
      {isOver ? words.composer.over(-remaining) : words.composer.left(remaining)}
    </p>
  )
}
