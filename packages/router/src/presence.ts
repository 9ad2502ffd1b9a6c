import { changes } from '@parley/core/presence/changes'
import { get, getMany } from '@parley/core/presence/look'
import * as inputs from '@parley/protocol/presenceInputs'
import { outgoingError } from './errors.ts'
import { procedure, router } from './procedure.ts'

export const presenceRouter = router({
  get: procedure
    .input(inputs.get)
    .query(({ ctx, input }) => get(ctx.core, ctx.caller, input.userId)),

  getMany: procedure
    .input(inputs.getMany)
    .query(({ ctx, input }) => getMany(ctx.core, ctx.caller, input.userIds)),

  /** The present state of each first, in order; then what becomes different. */
  changes: procedure.input(inputs.getMany).subscription(async function* ({ ctx, input, signal }) {
    const subscriber = {
      signal: signal ?? new AbortController().signal,
      writable: () => ctx.connection.writable(),
    }
    try {
      yield* changes(ctx.core, ctx.caller, input.userIds, subscriber)
    } catch (error) {
      throw outgoingError(error)
    }
  }),

  /** Nobody looks at this connection, or somebody does again. */
  setAway: procedure
    .input(inputs.setAway)
    .mutation(({ ctx, input }) => ctx.connection.setAway(input.away)),
})
