import { useOffline } from '@parley/react/connection/useOffline'
import { useMedia } from '@parley/react/look/useMedia'
import { widths } from '@parley/react/look/widths'
import { BackBar } from '@parley/react/parts/BackBar'
import { Button } from '@parley/react/parts/Button'
import { EmptyState } from '@parley/react/parts/EmptyState'
import { fetchable } from '@parley/react/parts/fetchable'
import { NotFetched } from '@parley/react/parts/NotFetched'
import { NothingHere } from '@parley/react/parts/NothingHere'
import { OnDemand } from '@parley/react/parts/OnDemand'
import { usePerson } from '@parley/react/people/usePerson'
import { back } from '../shell/routes.ts'
import { useTitle } from '../shell/useTitle.ts'
import { words } from '../words/words.ts'
import { PersonSkeleton } from './PersonSkeleton.tsx'

const screen = fetchable(() => import('./PersonScreen.tsx').then(file => file.PersonScreen))

/** Somebody, if they may be seen. */
export function PersonRoute({ userId }: { userId: string }) {
  const found = usePerson(userId)
  const isOffline = useOffline()
  const hasTwo = useMedia(widths.two)
  const { person, isMissing, hasFailed, askAgain, shared } = found
  const { title, missing, missingText, failed, offline, offlineText } = words.person
  useTitle(person?.name ?? title)

  function content() {
    if (person) {
      return (
        <OnDemand
          of={screen}
          meanwhile={<PersonSkeleton />}
          instead={again => <NotFetched title={title} onAgain={again} />}
        >
          {PersonScreen => <PersonScreen person={person} shared={shared} />}
        </OnDemand>
      )
    }
    if (isMissing) return <NothingHere title={missing} text={missingText} />
    if (isOffline) return <EmptyState heading="h1" title={offline} text={offlineText} />
    if (!hasFailed) return <PersonSkeleton />
    return (
      <EmptyState heading="h1" title={failed}>
        <Button onClick={() => askAgain()}>{words.tryAgain}</Button>
      </EmptyState>
    )
  }
  return (
    <main className="flex min-w-0 flex-1 flex-col bg-ground">
      {!hasTwo && <BackBar label={words.person.back} onBack={back} />}
      {content()}
    </main>
  )
}
