import type { inferRouterInputs } from '@trpc/server'
import { adminRouter } from './admin.ts'
import { bulkRouter } from './bulk.ts'
import { chatRouter } from './chat.ts'
import { jobsRouter } from './jobs.ts'
import { meRouter } from './me.ts'
import { peopleRouter } from './people.ts'
import { presenceRouter } from './presence.ts'
import { router } from './procedure.ts'

/** Everything that a client can ask for; the only source of its types. */
export const appRouter = router({
  me: meRouter,
  people: peopleRouter,
  jobs: jobsRouter,
  chat: chatRouter,
  presence: presenceRouter,
  bulk: bulkRouter,
  admin: adminRouter,
})

export type AppRouter = typeof appRouter
export type RouterInputs = inferRouterInputs<AppRouter>
