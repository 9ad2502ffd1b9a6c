import { cancel } from '@parley/core/bulk/cancel'
import { preview } from '@parley/core/bulk/preview'
import { progress } from '@parley/core/bulk/progress'
import { get, list, report } from '@parley/core/bulk/read'
import { send } from '@parley/core/bulk/send'
import * as templates from '@parley/core/bulk/templates'
import * as inputs from '@parley/protocol/bulkInputs'
import { outgoingError } from './errors.ts'
import { procedure, router } from './procedure.ts'

/** A contractor's own texts, to use again. */
const templatesRouter = router({
  list: procedure.query(({ ctx }) => templates.list(ctx.core, ctx.caller)),

  /** With a `templateId`, what it says from now on; a new one otherwise. */
  save: procedure
    .input(inputs.saveTemplate)
    .mutation(({ ctx, input }) => templates.save(ctx.core, ctx.caller, input)),

  remove: procedure
    .input(inputs.removeTemplate)
    .mutation(({ ctx, input }) => templates.remove(ctx.core, ctx.caller, input.templateId)),
})

export const bulkRouter = router({
  /** Who would get what, and who would not and why. */
  preview: procedure
    .input(inputs.preview)
    .query(({ ctx, input }) => preview(ctx.core, ctx.caller, input)),

  /** Up to a few recipients are over when it answers; more run on. */
  send: procedure
    .input(inputs.send)
    .mutation(({ ctx, input }) => send(ctx.core, ctx.caller, input)),

  get: procedure
    .input(inputs.get)
    .query(({ ctx, input }) => get(ctx.core, ctx.caller, input.broadcastId)),

  list: procedure.input(inputs.list).query(({ ctx, input }) => list(ctx.core, ctx.caller, input)),

  /** What went, went. */
  cancel: procedure
    .input(inputs.cancel)
    .mutation(({ ctx, input }) => cancel(ctx.core, ctx.caller, input.broadcastId)),

  report: procedure
    .input(inputs.report)
    .query(({ ctx, input }) => report(ctx.core, ctx.caller, input)),

  /** The broadcast as it is, and whenever it has come further; ends when it is over. */
  progress: procedure.input(inputs.progress).subscription(async function* ({ ctx, input, signal }) {
    const subscriber = {
      signal: signal ?? new AbortController().signal,
      writable: () => ctx.connection.writable(),
    }
    try {
      yield* progress(ctx.core, ctx.caller, input.broadcastId, subscriber)
    } catch (error) {
      throw outgoingError(error)
    }
  }),

  templates: templatesRouter,
})
