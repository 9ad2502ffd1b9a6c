import { useClient } from './useClient.ts'
import { useReadable } from './useReadable.ts'

/** How the connection stands. */
export function useConnection() {
  return useReadable(useClient().connection)
}
