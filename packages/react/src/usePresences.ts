import { together } from '@parley/client/readable'
import { useMemo } from 'react'
import { useClient } from './useClient.ts'
import { useReadable } from './useReadable.ts'

/** The same of several people, in the order asked. */
export function usePresences(userIds: readonly string[]) {
  const client = useClient()
  const asked = userIds.join('\n')
  const presences = useMemo(
    () => together(asked === '' ? [] : asked.split('\n').map(client.presence)),
    [client, asked],
  )
  return useReadable(presences)
}
