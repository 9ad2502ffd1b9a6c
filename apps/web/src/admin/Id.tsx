/** The beginning of an id, as much as tells it from others; all of it where the pointer rests. */
export function Id({ of }: { of: string }) {
  return (
    <code title={of} className="font-medium">
      {of.slice(0, 8)}
    </code>
  )
}
