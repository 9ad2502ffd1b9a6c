import { useClient } from './useClient.ts'
import { useReadable } from './useReadable.ts'

/** What is being written in a conversation. */
export function useComposer(id: string) {
  const { state, ...acts } = useClient().composer(id)
  return { ...useReadable(state), ...acts }
}
