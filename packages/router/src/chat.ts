import { addPeople } from '@parley/core/chat/addPeople'
import { edit } from '@parley/core/chat/edit'
import { leave } from '@parley/core/chat/leave'
import { open } from '@parley/core/chat/open'
import { markDelivered, markRead } from '@parley/core/chat/positions'
import { react } from '@parley/core/chat/react'
import * as read from '@parley/core/chat/read'
import { remove } from '@parley/core/chat/remove'
import { removePerson } from '@parley/core/chat/removePerson'
import { rename } from '@parley/core/chat/rename'
import { send } from '@parley/core/chat/send'
import { setMine } from '@parley/core/chat/setMine'
import * as inputs from '@parley/protocol/chatInputs'
import { changesOf } from './changes.ts'
import { procedure, router, spend } from './procedure.ts'
import { typingIn } from './typingIn.ts'

export const chatRouter = router({
  open: procedure.input(inputs.open).mutation(async ({ ctx, input }) => {
    // A first message counts as one.
    if (input.firstMessage) await spend(ctx, ctx.caller.userId, 'chat.send')
    return open(ctx.core, ctx.caller, input)
  }),

  list: procedure
    .input(inputs.list)
    .query(({ ctx, input }) => read.list(ctx.core, ctx.caller, input)),

  get: procedure
    .input(inputs.get)
    .query(({ ctx, input }) => read.get(ctx.core, ctx.caller, input.conversationId)),

  history: procedure
    .input(inputs.history)
    .query(({ ctx, input }) => read.history(ctx.core, ctx.caller, input)),

  changesSince: procedure
    .input(inputs.changesSince)
    .query(({ ctx, input }) => read.changesSince(ctx.core, ctx.caller, input)),

  /** Everything that changes in the caller's conversations; an empty frame is a tick. */
  changes: procedure.input(inputs.changes).subscription(({ ctx, input, signal }) => {
    const { caller, connection, core } = ctx
    return changesOf(core.delivery, caller.userId, input?.lastEventId, {
      signal: signal ?? new AbortController().signal,
      writable: () => connection.writable(),
    })
  }),

  send: procedure
    .input(inputs.send)
    .mutation(({ ctx, input }) => send(ctx.core, ctx.caller, input)),

  edit: procedure
    .input(inputs.edit)
    .mutation(({ ctx, input }) => edit(ctx.core, ctx.caller, input)),

  remove: procedure
    .input(inputs.remove)
    .mutation(({ ctx, input }) => remove(ctx.core, ctx.caller, input.messageId)),

  react: procedure
    .input(inputs.react)
    .mutation(({ ctx, input }) => react(ctx.core, ctx.caller, input)),

  markRead: procedure
    .input(inputs.markRead)
    .mutation(({ ctx, input }) => markRead(ctx.core, ctx.caller, input)),

  markDelivered: procedure
    .input(inputs.markDelivered)
    .mutation(({ ctx, input }) => markDelivered(ctx.core, ctx.caller, input)),

  setMine: procedure
    .input(inputs.setMine)
    .mutation(({ ctx, input }) => setMine(ctx.core, ctx.caller, input)),

  addPeople: procedure
    .input(inputs.addPeople)
    .mutation(({ ctx, input }) => addPeople(ctx.core, ctx.caller, input)),

  removePerson: procedure
    .input(inputs.removePerson)
    .mutation(({ ctx, input }) => removePerson(ctx.core, ctx.caller, input)),

  setTyping: procedure.input(inputs.setTyping).mutation(({ ctx, input }) => {
    const { connection, core, caller } = ctx
    return core.typing.say(caller.userId, input, connection.stays ? connection : undefined)
  }),

  typing: procedure
    .input(inputs.typing)
    .subscription(({ ctx, input, signal }) => typingIn(ctx, input.conversationId, signal)),

  leave: procedure
    .input(inputs.leave)
    .mutation(({ ctx, input }) => leave(ctx.core, ctx.caller, input.conversationId)),

  rename: procedure
    .input(inputs.rename)
    .mutation(({ ctx, input }) => rename(ctx.core, ctx.caller, input)),
})
