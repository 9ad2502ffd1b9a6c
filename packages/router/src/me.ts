import * as me from '@parley/core/people/me'
import { Refusal } from '@parley/core/refusal'
import { renewToken, setPreferences } from '@parley/protocol/meInputs'
import { procedure, router } from './procedure.ts'

export const meRouter = router({
  get: procedure.query(async ({ ctx }) => ({
    ...(await me.me(ctx.core, ctx.caller)),
    limits: { messagesPerMinute: ctx.messagesPerMinute },
  })),

  setPreferences: procedure
    .input(setPreferences)
    .mutation(({ ctx, input }) => me.setPreferences(ctx.core, ctx.caller, input)),

  /** A fresh token of the same person and session lets the connection live on without interruption. */
  renewToken: procedure.input(renewToken).mutation(async ({ ctx, input }) => {
    const identity = await ctx.verify(input.token)
    const { userId, sessionId } = ctx.caller
    if (identity.userId !== userId || identity.sessionId !== sessionId) {
      throw new Refusal('FORBIDDEN', 'This token is of another person or session.')
    }
    await ctx.meet(identity)
    ctx.session.who = { identity }
    ctx.connection.renew(identity.expiresAt)
    return { expiresAt: new Date(identity.expiresAt).toISOString() }
  }),
})
