import { useClient } from './useClient.ts'
import { useReadable } from './useReadable.ts'

/** Whether what is here outlives the page, and if not, why. */
export function useKeeping() {
  return useReadable(useClient().keeping)
}
