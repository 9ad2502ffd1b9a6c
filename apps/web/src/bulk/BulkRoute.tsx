import { fetchable } from '@parley/react/parts/fetchable'
import { NothingHere } from '@parley/react/parts/NothingHere'
import { OnDemand } from '@parley/react/parts/OnDemand'
import { Skeleton } from '@parley/react/parts/Skeleton'
import { useMe } from '@parley/react/people/useMe'
import { useState } from 'react'
import { words } from '../words/words.ts'

const screens = fetchable(() => import('./BulkScreens.tsx').then(file => file.BulkScreens))

/** For contractors alone; for everybody else there is nothing here, as the server says too. */
export function BulkRoute() {
  const me = useMe()
  const [hasFailed, setFailed] = useState(false)
  const isContractor = me?.role === 'contractor'
  return (
    <main className="flex min-w-0 flex-1 flex-col bg-ground">
      {!me && <Skeleton rows={4} />}
      {me && !isContractor && <NothingHere {...words.nothingHere} />}
      {isContractor && hasFailed && <NothingHere title={words.bulk} text={words.notFetched} />}
      {isContractor && !hasFailed && (
        <OnDemand of={screens} meanwhile={<Skeleton rows={4} />} onFailed={() => setFailed(true)}>
          {BulkScreens => <BulkScreens />}
        </OnDemand>
      )}
    </main>
  )
}
