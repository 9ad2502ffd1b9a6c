import { MenuSwitch } from '@parley/react/parts/Menu'
import { warn } from '@parley/react/parts/notices'
import { trpc } from '@parley/react/trpc'
import { words } from '../words/words.ts'

/** Whether others see when I am here, and I see it of them. */
export function ShowOnline() {
  const { me } = trpc.useUtils()
  const isShown = trpc.me.get.useQuery().data?.preferences.showOnline
  const preferences = trpc.me.setPreferences.useMutation({
    onSuccess: answer => me.get.setData(undefined, before => before && { ...before, ...answer }),
    onError: () => warn(words.account.notSet),
  })
  const wanted = preferences.isPending ? preferences.variables.showOnline : isShown
  return (
    <MenuSwitch
      label={words.account.showOnline}
      hint={words.account.showOnlineHint}
      isOn={wanted ?? false}
      disabled={wanted === undefined || preferences.isPending}
      onSwitch={showOnline => preferences.mutate({ showOnline })}
    />
  )
}
