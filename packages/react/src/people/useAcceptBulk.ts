import { trpc } from '../trpc.ts'
import { useClient } from '../useClient.ts'

/** Whether I receive what is sent to several people at once; nothing until it is known. */
export function useAcceptBulk() {
  const { api } = useClient()
  const { me } = trpc.useUtils()
  const accepts = trpc.me.get.useQuery().data?.preferences.acceptBulk
  return {
    accepts,
    /** Goes on also when what asked for it is gone. */
    async accept(acceptBulk: boolean): Promise<void> {
      const answer = await api.me.setPreferences.mutate({ acceptBulk })
      me.get.setData(undefined, before => before && { ...before, ...answer })
    },
  }
}
