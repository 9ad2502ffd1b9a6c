import { preview } from '@parley/core/bulk/preview'
import { get, list, report } from '@parley/core/bulk/read'
import * as templates from '@parley/core/bulk/templates'
import { Refusal } from '@parley/core/refusal'
import type { Broadcast } from '@parley/protocol/bulk'
import * as inputs from '@parley/protocol/bulkInputs'
import { procedure, router } from './procedure.ts'

/** Until the acts behind it are there. */
async function notYet<Answer>(): Promise<Answer> {
  throw new Refusal('UNAVAILABLE', 'This is not there yet.')
}

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

  send: procedure.input(inputs.send).mutation(() => notYet<Broadcast>()),

  get: procedure
    .input(inputs.get)
    .query(({ ctx, input }) => get(ctx.core, ctx.caller, input.broadcastId)),

  list: procedure.input(inputs.list).query(({ ctx, input }) => list(ctx.core, ctx.caller, input)),

  cancel: procedure.input(inputs.cancel).mutation(() => notYet<Broadcast>()),

  report: procedure
    .input(inputs.report)
    .query(({ ctx, input }) => report(ctx.core, ctx.caller, input)),

  /** The broadcast as it is, and whenever it has come further; ends when it is over. */
  progress: procedure.input(inputs.progress).subscription(async function* () {
    yield await notYet<Broadcast>()
  }),

  templates: templatesRouter,
})
