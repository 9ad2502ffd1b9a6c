interface Props {
  /** What it is for those who do not see it; absent where words beside it say the same. */
  label?: string
  /** How far it is, in words. */
  text?: string
  sent: number
  failed: number
  total: number
  isSmall?: boolean
}

/** How much of the whole was sent, and after it how much failed. */
export function SentBar({ label, text, sent, failed, total, isSmall = false }: Props) {
  const share = (count: number) => `${total === 0 ? 0 : (count / total) * 100}%`
  return (
    <div
      {...(label === undefined
        ? { 'aria-hidden': true }
        : {
            role: 'progressbar',
            'aria-label': label,
            'aria-valuemin': 0,
            'aria-valuemax': total,
            'aria-valuenow': sent + failed,
            'aria-valuetext': text,
          })}
      className={`flex overflow-hidden rounded-full bg-line ${isSmall ? 'h-1.5' : 'h-2.5'}`}
    >
      <span className="bg-act transition-[width]" style={{ width: share(sent) }} />
      <span className="bg-danger transition-[width]" style={{ width: share(failed) }} />
    </div>
  )
}
