import { useClient } from './useClient.ts'
import { useReadable } from './useReadable.ts'

/** The newest message of somebody else that came while this page was open. */
export function useNews() {
  return useReadable(useClient().news)
}
