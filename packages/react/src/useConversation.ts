import { useEffect } from 'react'
import { useClient } from './useClient.ts'
import { useReadable } from './useReadable.ts'

/** One conversation, loaded and kept up to date while the component is mounted, with its acts. */
export function useConversation(id: string) {
  const handle = useClient().conversation(id)
  useEffect(() => handle.watch(), [handle])
  const { view, watch: _watch, ...acts } = handle
  return { ...useReadable(view), ...acts }
}
