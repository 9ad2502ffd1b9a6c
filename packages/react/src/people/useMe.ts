import type { User } from '@parley/protocol/user'
import { trpc } from '../trpc.ts'
import { useClient } from '../useClient.ts'
import { useConversations } from '../useConversations.ts'

/** Who I am: as the server says, and before it can, as my conversations do. */
export function useMe(): User | undefined {
  const { userId } = useClient()
  const { items } = useConversations()
  const me = trpc.me.get.useQuery()
  return me.data ?? items[0]?.participants.find(one => one.userId === userId)?.user
}
