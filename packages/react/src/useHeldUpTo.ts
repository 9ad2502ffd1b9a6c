import { useClient } from './useClient.ts'
import { useReadable } from './useReadable.ts'

/** When what waits is sent on, while the server takes no more messages for now. */
export function useHeldUpTo() {
  return useReadable(useClient().heldUpTo)
}
