/** The mark: two who speak, and what they have in common. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 32 32" className="shrink-0">
      <path d="M3 4h13a3 3 0 0 1 3 3v12H6a3 3 0 0 1-3-3z" fill="var(--color-petrol)" />
      <path d="M29 28H16a3 3 0 0 1-3-3V13h13a3 3 0 0 1 3 3z" fill="var(--color-marigold)" />
      <path d="M13 13h6v6h-6z" fill="var(--color-mine-deep)" />
    </svg>
  )
}
