import { ConversationPane } from '@parley/react/conversation/ConversationPane'
import { useMedia } from '@parley/react/look/useMedia'
import { widths } from '@parley/react/look/widths'
import { useState } from 'react'
import { backToList } from '../shell/routes.ts'
import { useTitle } from '../shell/useTitle.ts'

interface Props {
  id: string
  /** The message that is linked to, by its number. */
  seq?: number | undefined
}

export function ConversationScreen({ id, seq }: Props) {
  const [name, setName] = useState<string>()
  const hasTwo = useMedia(widths.two)
  useTitle(name)
  return (
    <ConversationPane
      id={id}
      seq={seq}
      onBack={hasTwo ? undefined : backToList}
      onNamed={setName}
      isMain
    />
  )
}
