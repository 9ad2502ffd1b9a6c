import type { User } from '@parley/protocol/user'
import { useState } from 'react'
import { hueOf } from './hueOf.ts'
import { initialsOf } from './initials.ts'

const sizes = {
  tiny: 'size-5 text-initials',
  mini: 'size-6.5 text-initials',
  small: 'size-8 text-tiny',
  usual: 'size-11 text-base',
  large: 'size-16 text-large',
} as const

interface Props {
  user: User
  size?: keyof typeof sizes
  /** Set off from what it lies over. */
  isRinged?: boolean
}

/** The picture, or the initials in their hue; contractors have square corners, as tickets do. */
export function Avatar({ user, size = 'usual', isRinged = false }: Props) {
  const [failed, setFailed] = useState<string>()
  const shape = user.role === 'contractor' ? 'rounded-control' : 'rounded-full'
  const ring = isRinged
    ? 'ring-2 ring-surface in-aria-[current=page]:ring-chosen in-aria-selected:ring-chosen'
    : ''
  const picture = user.picture !== failed ? user.picture : undefined
  return (
    <span
      aria-hidden="true"
      className={`inline-flex shrink-0 select-none items-center justify-center overflow-hidden font-semibold ${hueOf(user.id).initials} ${shape} ${sizes[size]} ${ring}`}
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
        initialsOf(user.name, size === 'tiny' ? 1 : 2) || '?'
      )}
    </span>
  )
}
