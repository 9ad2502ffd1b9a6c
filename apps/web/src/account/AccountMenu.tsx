import { Avatar } from '@parley/react/parts/Avatar'
import { fetchable } from '@parley/react/parts/fetchable'
import { OnDemand } from '@parley/react/parts/OnDemand'
import { useMe } from '@parley/react/people/useMe'
import { useOutbox } from '@parley/react/useOutbox'
import { useState } from 'react'
import { words } from '../words/words.ts'
import { signOut } from './session.ts'

const items = fetchable(() => import('./AccountMenuItems.tsx').then(file => file.AccountMenuItems))
const changePassword = fetchable(() =>
  import('./ChangePassword.tsx').then(file => file.ChangePassword),
)
const blockedPeople = fetchable(() =>
  import('./BlockedPeople.tsx').then(file => file.BlockedPeople),
)
const signOutAnyway = fetchable(() =>
  import('./SignOutAnyway.tsx').then(file => file.SignOutAnyway),
)

/** Who I am, how it looks, and the way out. The menu itself is fetched when it is wanted. */
export function AccountMenu({ isDemo }: { isDemo: boolean }) {
  const me = useMe()
  const [wanted, setWanted] = useState(false)
  const [changing, setChanging] = useState(false)
  const [unblocking, setUnblocking] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const outbox = useOutbox()
  const unsent = outbox.waiting + outbox.failed

  const button = (
    <button
      type="button"
      aria-haspopup="menu"
      onClick={() => setWanted(true)}
      onPointerEnter={items.prefetch}
      onFocus={items.prefetch}
      className="flex size-10 shrink-0 items-center justify-center rounded-control hover:bg-hover touch:size-11"
    >
      <span className="sr-only">{words.account.menu}</span>
      {me ? <Avatar user={me} size="small" /> : <span className="size-8 rounded-full bg-line" />}
      <span className="sr-only">{me && words.personAs(me.name, me.role)}</span>
    </button>
  )

  return (
    <>
      {wanted ? (
        <OnDemand of={items} meanwhile={button} onFailed={() => setWanted(false)}>
          {Items => (
            <Items
              trigger={button}
              onChangePassword={isDemo ? undefined : () => setChanging(true)}
              onBlockedPeople={() => setUnblocking(true)}
              onSignOut={unsent > 0 ? () => setLeaving(true) : signOut}
            />
          )}
        </OnDemand>
      ) : (
        button
      )}
      {changing && (
        <OnDemand of={changePassword} onFailed={() => setChanging(false)}>
          {ChangePassword => <ChangePassword onClose={() => setChanging(false)} />}
        </OnDemand>
      )}
      {unblocking && (
        <OnDemand of={blockedPeople} onFailed={() => setUnblocking(false)}>
          {BlockedPeople => <BlockedPeople onClose={() => setUnblocking(false)} />}
        </OnDemand>
      )}
      {leaving && (
        <OnDemand of={signOutAnyway} onFailed={() => setLeaving(false)}>
          {SignOutAnyway => <SignOutAnyway unsent={unsent} onClose={() => setLeaving(false)} />}
        </OnDemand>
      )}
    </>
  )
}
