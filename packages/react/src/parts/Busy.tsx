/** Turns while something is under way. Its neighbour says what. */
export function Busy() {
  return (
    <span
      aria-hidden="true"
      className="inline-block size-4 animate-turn rounded-full border-2 border-current border-e-transparent"
    />
  )
}
