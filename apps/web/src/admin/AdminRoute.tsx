import { useState } from 'react'
import { Link } from 'wouter'
import { useMe } from '../account/useMe.ts'
import { EmptyState } from '../parts/EmptyState.tsx'
import { fetchable } from '../parts/fetchable.ts'
import { OnDemand } from '../parts/OnDemand.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { words } from '../words/words.ts'

const page = fetchable(() => import('./AdminPage.tsx').then(file => file.AdminPage))

/** For administrators alone; whoever else comes here is told so, and the server refuses them anyway. */
export function AdminRoute() {
  const me = useMe()
  const [hasFailed, setFailed] = useState(false)
  const isAdmin = me?.role === 'admin'
  return (
    <main className="flex min-w-0 flex-1 flex-col overflow-y-auto bg-ground">
      {!me && <Skeleton rows={4} />}
      {me && !isAdmin && <Stop title={words.admin.notYours} text={words.admin.notYoursText} />}
      {isAdmin && hasFailed && <Stop title={words.admin.title} text={words.notFetched} />}
      {isAdmin && !hasFailed && (
        <OnDemand of={page} meanwhile={<Skeleton rows={4} />} onFailed={() => setFailed(true)}>
          {AdminPage => <AdminPage />}
        </OnDemand>
      )}
    </main>
  )
}

function Stop({ title, text }: { title: string; text: string }) {
  return (
    <EmptyState heading="h1" title={title} text={text}>
      <Link href="/" className="text-petrol underline underline-offset-3">
        {words.conversation.back}
      </Link>
    </EmptyState>
  )
}
