import { Refusal } from '@parley/core/refusal'
import type { Broadcast, Preview, Report, Template } from '@parley/protocol/bulk'
import * as inputs from '@parley/protocol/bulkInputs'
import { procedure, router } from './procedure.ts'

/** Until the acts behind it are there. */
async function notYet<Answer>(): Promise<Answer> {
  throw new Refusal('UNAVAILABLE', 'This is not there yet.')
}

/** A contractor's own texts, to use again. */
const templatesRouter = router({
  list: procedure.query(() => notYet<Template[]>()),

  /** With a `templateId`, what it says from now on; a new one otherwise. */
  save: procedure.input(inputs.saveTemplate).mutation(() => notYet<Template>()),

  remove: procedure.input(inputs.removeTemplate).mutation(() => notYet<void>()),
})

export const bulkRouter = router({
  /** Who would get what, and who would not and why. */
  preview: procedure.input(inputs.preview).query(() => notYet<Preview>()),

  send: procedure.input(inputs.send).mutation(() => notYet<Broadcast>()),

  get: procedure.input(inputs.get).query(() => notYet<Broadcast>()),

  list: procedure
    .input(inputs.list)
    .query(() => notYet<{ items: Broadcast[]; nextCursor?: string }>()),

  cancel: procedure.input(inputs.cancel).mutation(() => notYet<Broadcast>()),

  report: procedure.input(inputs.report).query(() => notYet<Report>()),

  /** The broadcast as it is, and whenever it has come further; ends when it is over. */
  progress: procedure.input(inputs.progress).subscription(async function* () {
    yield await notYet<Broadcast>()
  }),

  templates: templatesRouter,
})
