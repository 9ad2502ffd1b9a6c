import { ConversationSkeleton } from '@parley/react/conversation/ConversationSkeleton'
import { useMedia } from '@parley/react/look/useMedia'
import { widths } from '@parley/react/look/widths'
import { NotFetched } from '@parley/react/parts/NotFetched'
import { OnDemand } from '@parley/react/parts/OnDemand'
import { useState } from 'react'
import { backToList } from '../shell/routes.ts'
import { useTitle } from '../shell/useTitle.ts'
import { words } from '../words/words.ts'
import { pane } from './pane.ts'

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
    <OnDemand
      of={pane}
      meanwhile={<Coming onBack={hasTwo ? undefined : backToList} />}
      instead={again => (
        <main className="flex min-w-0 flex-1 bg-ground">
          <NotFetched title={words.conversations.title} onAgain={again} />
        </main>
      )}
    >
      {ConversationPane => (
        <ConversationPane
          id={id}
          seq={seq}
          onBack={hasTwo ? undefined : backToList}
          onNamed={setName}
          isMain
        />
      )}
    </OnDemand>
  )
}

function Coming({ onBack }: { onBack: (() => void) | undefined }) {
  return (
    <main className="flex min-w-0 flex-1 flex-col bg-ground">
      <ConversationSkeleton onBack={onBack} />
    </main>
  )
}
