import { fetchable } from '../parts/fetchable.ts'

/** The menu of a conversation, which is fetched when it is wanted. */
export const conversationMenu = fetchable(() =>
  import('./ConversationMenuItems.tsx').then(file => file.ConversationMenuItems),
)
