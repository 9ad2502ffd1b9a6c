import { useClient } from './useClient.ts'
import { useReadable } from './useReadable.ts'

/** What is not sent yet, over all conversations, and how to send everything again that failed. */
export function useOutbox() {
  const { outbox, sendAllAgain } = useClient()
  return { ...useReadable(outbox), sendAllAgain }
}
