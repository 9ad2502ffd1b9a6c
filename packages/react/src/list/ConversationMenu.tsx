import type { Listed } from '@parley/client/listed'
import { useState } from 'react'
import { DotsIcon } from '../icons/DotsIcon.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { OnDemand } from '../parts/OnDemand.tsx'
import { words } from '../words/words.ts'
import { conversationMenu } from './conversationMenu.ts'
import { conversationName } from './conversationName.ts'

/** The button in a conversation's header with what one does about it for oneself. */
export function ConversationMenu({ conversation }: { conversation: Listed }) {
  const [wanted, setWanted] = useState(false)
  const button = (
    <IconButton
      label={words.conversations.options(conversationName(conversation))}
      icon={<DotsIcon />}
      aria-haspopup="menu"
      onClick={() => setWanted(true)}
      onPointerEnter={conversationMenu.prefetch}
      onFocus={conversationMenu.prefetch}
      className="aria-expanded:bg-chosen aria-expanded:text-petrol"
    />
  )
  if (!wanted) return button
  return (
    <OnDemand of={conversationMenu} meanwhile={button} onFailed={() => setWanted(false)}>
      {Items => <Items conversation={conversation} trigger={button} landmark="main" align="end" />}
    </OnDemand>
  )
}
