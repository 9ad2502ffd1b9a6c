import type { Message } from '@parley/protocol/message'
import { useState } from 'react'
import type { Room } from '../conversation/room.ts'
import { DotsIcon } from '../icons/DotsIcon.tsx'
import { useTabIndex } from '../messageList/reach.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { OnDemand } from '../parts/OnDemand.tsx'
import { words } from '../words/words.ts'
import { messageMenu } from './messageMenu.ts'

interface Props {
  message: Message
  text: string
  room: Room
}

/**
 * The button beside the message that is pointed at, was tapped or has the focus; its menu is
 * fetched when it is wanted.
 */
export function MessageMenu(props: Props) {
  const [wanted, setWanted] = useState(false)
  const tabIndex = useTabIndex()
  const button = (
    <IconButton
      label={words.message.options}
      icon={<DotsIcon />}
      isSmall
      tabIndex={tabIndex}
      aria-haspopup="menu"
      onClick={() => setWanted(true)}
      onPointerEnter={messageMenu.prefetch}
      onFocus={messageMenu.prefetch}
      className="opacity-0 touch:-my-2 focus-visible:opacity-100 group-focus-visible:opacity-100 aria-expanded:opacity-100 touch:group-focus-within:opacity-100 hoverable:group-hover:opacity-100"
    />
  )
  if (!wanted) return button
  return (
    <OnDemand of={messageMenu} meanwhile={button} onFailed={() => setWanted(false)}>
      {Items => <Items {...props} trigger={button} />}
    </OnDemand>
  )
}
