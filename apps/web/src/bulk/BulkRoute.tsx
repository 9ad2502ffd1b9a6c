import { fetchable } from '@parley/react/parts/fetchable'
import { NotFetched } from '@parley/react/parts/NotFetched'
import { NothingHere } from '@parley/react/parts/NothingHere'
import { OnDemand } from '@parley/react/parts/OnDemand'
import { Skeleton } from '@parley/react/parts/Skeleton'
import { useMe } from '@parley/react/people/useMe'
import { words } from '../words/words.ts'

const screens = fetchable(() => import('./BulkScreens.tsx').then(file => file.BulkScreens))

/** For contractors alone; for everybody else there is nothing here, as the server says too. */
export function BulkRoute() {
  const me = useMe()
  const isContractor = me?.role === 'contractor'
  return (
    <main className="flex min-w-0 flex-1 flex-col bg-ground">
      {!me && <Skeleton rows={4} />}
      {me && !isContractor && <NothingHere {...words.nothingHere} />}
      {isContractor && (
        <OnDemand
          of={screens}
          meanwhile={<Skeleton rows={4} />}
          instead={again => <NotFetched title={words.bulk} onAgain={again} />}
        >
          {BulkScreens => <BulkScreens />}
        </OnDemand>
      )}
    </main>
  )
}
