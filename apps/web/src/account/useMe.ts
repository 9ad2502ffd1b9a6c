import type { User } from '@parley/protocol/user'
import { trpc } from '@parley/react/trpc'
import { useClient } from '@parley/react/useClient'
import { useConversations } from '@parley/react/useConversations'

/** Who I am: as the server says, and before it can, as my conversations do. */
export function useMe(): User | undefined {
  const { userId } = useClient()
  const { items } = useConversations()
  const me = trpc.me.get.useQuery()
  return me.data ?? items[0]?.participants.find(one => one.userId === userId)?.user
}
