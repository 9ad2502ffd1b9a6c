import { EmptyState } from '@parley/react/parts/EmptyState'
import { fetchable } from '@parley/react/parts/fetchable'
import { NotFetched } from '@parley/react/parts/NotFetched'
import { OnDemand } from '@parley/react/parts/OnDemand'
import { Skeleton } from '@parley/react/parts/Skeleton'
import { useMe } from '@parley/react/people/useMe'
import { Link } from 'wouter'
import { words } from '../words/words.ts'

const page = fetchable(() => import('./AdminPage.tsx').then(file => file.AdminPage))

/** For administrators alone; whoever else comes here is told so, and the server refuses them anyway. */
export function AdminRoute() {
  const me = useMe()
  const isAdmin = me?.role === 'admin'
  return (
    <main className="flex min-w-0 flex-1 flex-col overflow-y-auto bg-ground">
      {!me && <Skeleton rows={4} />}
      {me && !isAdmin && <Stop title={words.admin.notYours} text={words.admin.notYoursText} />}
      {isAdmin && (
        <OnDemand
          of={page}
          meanwhile={<Skeleton rows={4} />}
          instead={again => <NotFetched title={words.admin.title} onAgain={again} />}
        >
          {AdminPage => <AdminPage />}
        </OnDemand>
      )}
    </main>
  )
}

function Stop({ title, text }: { title: string; text: string }) {
  return (
    <EmptyState heading="h1" title={title} text={text}>
      <Link
        href="/"
        className="inline-flex min-h-9 items-center text-petrol underline underline-offset-3 touch:min-h-11"
      >
        {words.conversation.back}
      </Link>
    </EmptyState>
  )
}
