import { trpc } from '@parley/react/trpc'
import { lazy, Suspense, useState } from 'react'
import { Avatar } from '../parts/Avatar.tsx'
import { words } from '../words/words.ts'

const load = () => import('./AccountMenuItems.tsx')
const Items = lazy(() => load().then(file => ({ default: file.AccountMenuItems })))
const ChangePassword = lazy(() =>
  import('./ChangePassword.tsx').then(file => ({ default: file.ChangePassword })),
)

/** Who I am, how it looks, and the way out. The menu itself is fetched when it is wanted. */
export function AccountMenu({ isDemo }: { isDemo: boolean }) {
  const me = trpc.me.get.useQuery()
  const [wanted, setWanted] = useState(false)
  const [changing, setChanging] = useState(false)

  const button = (
    <button
      type="button"
      aria-haspopup="menu"
      onClick={() => setWanted(true)}
      onPointerEnter={load}
      className="flex min-h-11 min-w-0 items-center gap-2 rounded-control p-1 pe-2 text-start hover:bg-hover"
    >
      <span className="sr-only">{words.account.menu}</span>
      {me.data ? (
        <Avatar user={me.data} size="small" />
      ) : (
        <span className="size-8 rounded-full bg-line" />
      )}
      <span className="flex min-w-0 flex-col">
        <span className="truncate font-medium text-small">
          <bdi>{me.data?.name}</bdi>
        </span>
        <span className="text-soft text-tiny">{me.data && words.roles[me.data.role]}</span>
      </span>
    </button>
  )

  return (
    <>
      {wanted ? (
        <Suspense fallback={button}>
          <Items trigger={button} onChangePassword={isDemo ? undefined : () => setChanging(true)} />
        </Suspense>
      ) : (
        button
      )}
      {changing && (
        <Suspense>
          <ChangePassword onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </>
  )
}
