import type { Listed } from '@parley/client/listed'
import type { ReactNode } from 'react'
import { Menu } from '../parts/Menu.tsx'
import { ConversationActs } from './ConversationActs.tsx'

interface Props {
  conversation: Listed
  trigger: ReactNode
  landmark: 'main' | 'nav'
  align?: 'start' | 'end'
  onClosed?: (event: Event) => void
}

export function ConversationMenuItems({ conversation, ...menu }: Props) {
  return (
    <Menu {...menu}>
      <ConversationActs conversation={conversation} />
    </Menu>
  )
}
