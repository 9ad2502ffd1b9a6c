import { useMedia } from '@parley/react/look/useMedia'
import { widths } from '@parley/react/look/widths'
import { BubbleSkeleton } from '@parley/react/message/BubbleSkeleton'
import { NothingHere } from '@parley/react/parts/NothingHere'
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
  const [isUnfetched, setUnfetched] = useState(false)
  const hasTwo = useMedia(widths.two)
  useTitle(name)
  if (isUnfetched) {
    return (
      <main className="flex min-w-0 flex-1 bg-ground">
        <NothingHere title={words.conversations.title} text={words.notFetched} />
      </main>
    )
  }
  return (
    <OnDemand of={pane} meanwhile={<Coming />} onFailed={() => setUnfetched(true)}>
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

function Coming() {
  return (
    <main className="flex min-w-0 flex-1 flex-col bg-ground">
      <BubbleSkeleton />
    </main>
  )
}
