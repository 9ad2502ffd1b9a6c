import type { AppRouter } from '@parley/router/appRouter'
import { createTRPCReact } from '@trpc/react-query'

/**
 * Typed hooks for every procedure, for what the feed of changes does not keep up to date:
 * people, jobs, preferences. Conversations and messages come from `useConversations` and
 * `useConversation`.
 */
export const trpc = createTRPCReact<AppRouter>()
