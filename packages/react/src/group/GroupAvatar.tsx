import type { User } from '@parley/protocol/user'
import { Avatar } from '../parts/Avatar.tsx'

const boxes = { small: 'size-8', usual: 'size-11' } as const
const tiles = { small: 'tiny', usual: 'mini' } as const

interface Props {
  front: User
  behind: User
  size: keyof typeof boxes
}

/** Two of the people in it, one over the other; in a chosen row the gap has the row's colour. */
export function GroupAvatar({ front, behind, size }: Props) {
  return (
    <span aria-hidden="true" className={`relative inline-block shrink-0 ${boxes[size]}`}>
      <span className="absolute start-0 top-0 flex">
        <Avatar user={behind} size={tiles[size]} />
      </span>
      <span className="absolute end-0 bottom-0 flex">
        <Avatar user={front} size={tiles[size]} isRinged />
      </span>
    </span>
  )
}
