import type { Message } from '@parley/protocol/message'
import { lazy, Suspense, useState } from 'react'
import { DotsIcon } from '../icons/DotsIcon.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { words } from '../words/words.ts'
import type { Room } from './room.ts'

const load = () => import('./MessageMenuItems.tsx')
const Items = lazy(() => load().then(file => ({ default: file.MessageMenuItems })))

interface Props {
  message: Message
  text: string
  room: Room
}

/** The button beside a message; its menu is fetched when it is wanted. */
export function MessageMenu(props: Props) {
  const [wanted, setWanted] = useState(false)
  const button = (
    <IconButton
      label={words.message.options}
      icon={<DotsIcon />}
      isSmall
      aria-haspopup="menu"
      onClick={() => setWanted(true)}
      onPointerEnter={load}
      onFocus={load}
      className="focus-visible:opacity-100 aria-expanded:opacity-100 hoverable:opacity-0 hoverable:group-hover:opacity-100"
    />
  )
  if (!wanted) return button
  return (
    <Suspense fallback={button}>
      <Items {...props} trigger={button} />
    </Suspense>
  )
}
