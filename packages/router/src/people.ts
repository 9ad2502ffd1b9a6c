import { block, blocked, unblock } from '@parley/core/people/block'
import { find } from '@parley/core/people/find'
import { get } from '@parley/core/people/get'
import * as inputs from '@parley/protocol/peopleInputs'
import { procedure, router } from './procedure.ts'

export const peopleRouter = router({
  find: procedure.input(inputs.find).query(({ ctx, input }) => find(ctx.core, ctx.caller, input)),

  get: procedure
    .input(inputs.get)
    .query(({ ctx, input }) => get(ctx.core, ctx.caller, input.userId)),

  block: procedure
    .input(inputs.block)
    .mutation(({ ctx, input }) => block(ctx.core, ctx.caller, input.userId)),

  unblock: procedure
    .input(inputs.unblock)
    .mutation(({ ctx, input }) => unblock(ctx.core, ctx.caller, input.userId)),

  blocked: procedure.query(({ ctx }) => blocked(ctx.core, ctx.caller)),
})
