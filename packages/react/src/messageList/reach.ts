import { createContext, useContext } from 'react'

/**
 * Whether Tab stops at what is inside a message. In the list only at what the focused one has:
 * otherwise the way through a conversation would be as long as the conversation.
 */
export const Reach = createContext(true)

export function useTabIndex(): 0 | -1 {
  return useContext(Reach) ? 0 : -1
}
