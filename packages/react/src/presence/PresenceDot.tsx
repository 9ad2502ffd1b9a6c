import { usePresence } from '../usePresence.ts'
import { words } from '../words/words.ts'

const sizes = { small: 'size-2.5', usual: 'size-3' } as const

interface Props {
  userId: string
  size: keyof typeof sizes
  /** It is written beside it. */
  isSilent: boolean
}

/** Full for somebody who is there, hollow for somebody who is away; nothing for all others. */
export function PresenceDot({ userId, size, isSilent }: Props) {
  const { status } = usePresence(userId)
  if (status !== 'online' && status !== 'away') return null
  return (
    <span className="absolute -end-0.5 -bottom-0.5 flex rounded-full bg-surface p-0.5 group-hover/row:bg-hover in-aria-[current=page]:bg-chosen">
      <span
        // The system's own few colours leave it full too.
        className={`rounded-full border-2 border-online ${sizes[size]} ${status === 'online' ? 'bg-online forced-colors:bg-[CanvasText]' : ''}`}
      />
      {!isSilent && <span className="sr-only">{words.presence[status]}</span>}
    </span>
  )
}
