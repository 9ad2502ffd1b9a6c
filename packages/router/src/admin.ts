import { bulk } from '@parley/core/admin/bulk'
import { connections } from '@parley/core/admin/connections'
import { endConnection, endSession } from '@parley/core/admin/end'
import { signal } from '@parley/core/admin/signal'
import * as inputs from '@parley/protocol/adminInputs'
import { procedure, router } from './procedure.ts'

export const adminRouter = router({
  bulk: procedure.input(inputs.bulk).query(({ ctx, input }) => bulk(ctx.core, input)),

  connections: procedure
    .input(inputs.connections)
    .query(({ ctx, input }) => connections(ctx.core, input)),

  signal: procedure
    .input(inputs.signal)
    .mutation(({ ctx, input }) => signal(ctx.core, input.userId)),

  endConnection: procedure
    .input(inputs.endConnection)
    .mutation(({ ctx, input }) => endConnection(ctx.core, input)),

  endSession: procedure
    .input(inputs.endSession)
    .mutation(({ ctx, input }) => endSession(ctx.core, input)),
})
