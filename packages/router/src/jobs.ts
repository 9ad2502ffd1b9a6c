import * as jobs from '@parley/core/jobs/jobs'
import * as inputs from '@parley/protocol/jobInputs'
import { procedure, router } from './procedure.ts'

export const jobsRouter = router({
  upsert: procedure.input(inputs.upsert).mutation(({ ctx, input }) => jobs.upsert(ctx.core, input)),

  get: procedure
    .input(inputs.get)
    .query(({ ctx, input }) => jobs.get(ctx.core, ctx.caller, input.jobId)),

  list: procedure.query(({ ctx }) => jobs.list(ctx.core, ctx.caller)),
})
