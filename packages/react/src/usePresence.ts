import { useClient } from './useClient.ts'
import { useReadable } from './useReadable.ts'

/** Whether somebody is there; they are looked at while the component is mounted. */
export function usePresence(userId: string) {
  return useReadable(useClient().presence(userId))
}
