import type { inferRouterInputs } from '@trpc/server'
import { chatRouter } from './chat.ts'
import { jobsRouter } from './jobs.ts'
import { meRouter } from './me.ts'
import { peopleRouter } from './people.ts'
import { router } from './procedure.ts'

/** Everything that a client can ask for; the only source of its types. */
export const appRouter = router({
  me: meRouter,
  people: peopleRouter,
  jobs: jobsRouter,
  chat: chatRouter,
})

export type AppRouter = typeof appRouter
export type RouterInputs = inferRouterInputs<AppRouter>
