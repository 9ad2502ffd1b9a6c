import { usePresence } from '@parley/react/usePresence'
import { words } from '../words/words.ts'

const sizes = { small: 'size-2.5', usual: 'size-3' } as const

interface Props {
  userId: string
  size: keyof typeof sizes
}

/** Full for somebody who is there, hollow for somebody who is away; nothing for all others. */
export function PresenceDot({ userId, size }: Props) {
  const { status } = usePresence(userId)
  if (status !== 'online' && status !== 'away') return null
  return (
    <span
      className={`absolute -end-0.5 -bottom-0.5 flex rounded-full bg-surface p-0.5 in-aria-[current=page]:bg-chosen in-[:hover:not([aria-current=page])>&]:bg-hover`}
    >
      <span
        className={`rounded-full border-2 border-online ${sizes[size]} ${status === 'online' ? 'bg-online' : ''}`}
      />
      <span className="sr-only">{words.presence[status]}</span>
    </span>
  )
}
