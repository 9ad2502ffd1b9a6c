import type { Message } from '@parley/protocol/message'
import { useState } from 'react'
import { DotsIcon } from '../icons/DotsIcon.tsx'
import { fetchable } from '../parts/fetchable.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { OnDemand } from '../parts/OnDemand.tsx'
import { words } from '../words/words.ts'
import type { Room } from './room.ts'

const items = fetchable(() => import('./MessageMenuItems.tsx').then(file => file.MessageMenuItems))

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
      onPointerEnter={items.prefetch}
      onFocus={items.prefetch}
      className="focus-visible:opacity-100 aria-expanded:opacity-100 hoverable:opacity-0 hoverable:group-hover:opacity-100"
    />
  )
  if (!wanted) return button
  return (
    <OnDemand of={items} meanwhile={button} onFailed={() => setWanted(false)}>
      {Items => <Items {...props} trigger={button} />}
    </OnDemand>
  )
}
