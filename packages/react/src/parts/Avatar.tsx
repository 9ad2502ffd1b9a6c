import type { User } from '@parley/protocol/user'
import { useState } from 'react'

const sizes = {
  tiny: 'size-5 text-[0.625rem]',
  mini: 'size-6.5 text-[0.625rem]',
  small: 'size-8 text-tiny',
  usual: 'size-11 text-base',
  large: 'size-16 text-large',
} as const

function initialsOf(name: string, most: 1 | 2): string {
  const parts = name.trim().split(/\s+/)
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined]
  return letters
    .slice(0, most)
    .map(part => [...(part ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}

interface Props {
  user: User
  size?: keyof typeof sizes
  /** Set off from what it lies over. */
  isRinged?: boolean
}

/** The picture, or the initials; contractors have square corners, as their tickets do. */
export function Avatar({ user, size = 'usual', isRinged = false }: Props) {
  const [failed, setFailed] = useState<string>()
  const shape = user.role === 'contractor' ? 'rounded-control' : 'rounded-full'
  const ring = isRinged ? 'ring-2 ring-surface in-aria-[current=page]:ring-chosen' : ''
  const picture = user.picture !== failed ? user.picture : undefined
  return (
    <span
      aria-hidden="true"
      className={`inline-flex shrink-0 select-none items-center justify-center overflow-hidden bg-mine font-semibold text-on-mine ${shape} ${sizes[size]} ${ring}`}
    >
      {picture ? (
        <img
          src={picture}
          alt=""
          className="size-full object-cover"
          referrerPolicy="no-referrer"
          onError={() => setFailed(picture)}
        />
      ) : (
        initialsOf(user.name, size === 'tiny' ? 1 : 2)
      )}
    </span>
  )
}
