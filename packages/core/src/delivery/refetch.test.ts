import { mergeChanges, mergeConversation, mergeHistory } from '@parley/protocol/replica/merge'
import type { Replica } from '@parley/protocol/replica/replica'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edit } from '../chat/edit.ts'
import { markDelivered, markRead } from '../chat/positions.ts'
import { react } from '../chat/react.ts'
import { get } from '../chat/read.ts'
import { remove } from '../chat/remove.ts'
import { setMine } from '../chat/setMine.ts'
import type { Caller, Core } from '../core.ts'
import { history } from '../testing/pages.ts'
import { reader } from '../testing/reader.ts'
import { shown } from '../testing/shown.ts'
import { pair, say, testCore } from '../testing/testCore.ts'

const step = fc.record({
  act: fc.constantFrom('send', 'edit', 'remove', 'react', 'unreact', 'read', 'deliver', 'mine'),
  first: fc.boolean(),
  at: fc.nat(12),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** Does one step; what is refused (somebody else's message, a removed one) changes nothing. */
async function perform(core: Core, id: string, by: Caller, { act, at }: Step): Promise<void> {
  const messageId = `${id}.${at + 1}`
  const seq = at + 1
  const acts: Record<Step['act'], () => Promise<unknown>> = {
    send: () => say(core, by, id, `text ${at}`),
    edit: () => edit(core, by, { messageId, text: `edited ${at}` }),
    remove: () => remove(core, by, messageId),
    react: () => react(core, by, { messageId, emoji: '👍', on: true }),
    unreact: () => react(core, by, { messageId, emoji: '👍', on: false }),
    read: () => markRead(core, by, { conversationId: id, seq }),
    deliver: () => markDelivered(core, by, { conversationId: id, seq }),
    mine: () =>
      setMine(core, by, { conversationId: id, muted: at % 2 === 0, unread: at % 3 === 0 }),
  }
  await acts[act]().catch(error => expect(error).toHaveProperty('reason'))
}

test('[D7] for any sequence of acts, state and changes equal a fresh reading', async () => {
  const { core } = await testCore()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async steps => {
      const { ann, bob, id } = await pair(core)
      const device = reader(core, ann)
      await device.ready()
      let replica = mergeConversation(undefined, await get(core, ann, id), ann.userId)
      const page = await history(core, ann, { conversationId: id, limit: 100 })
      replica = mergeHistory(replica, page, { limit: 100 })

      for (const one of steps) await perform(core, id, one.first ? ann : bob, one)
      const fresh = await get(core, ann, id)
      await expect.poll(() => mergeChanges(replica, device.changes()).held).toBe(fresh.version)
      const merged = mergeChanges(replica, device.changes())
      const own = fresh.participants.find(({ userId }) => userId === ann.userId)
      await expect
        .poll(() => ownMineVersion(mergeChanges(replica, device.changes()), ann))
        .toBe(own?.mineVersion)
      expect(shown(mergeChanges(merged, device.changes()), ann.userId)).toEqual(fresh)
      const all = await history(core, ann, { conversationId: id, limit: 100 })
      expect(merged.messages).toEqual(all.messages)
      await device.stop()
    }),
    { numRuns: 60 },
  )
}, 60_000)

function ownMineVersion(replica: Replica, { userId }: Caller): number | undefined {
  return replica.participants.find(participant => participant.userId === userId)?.mineVersion
}
