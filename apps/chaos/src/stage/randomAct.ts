/** One act of anybody in a conversation, of every kind there is. */
import { randomUUID } from 'node:crypto'
import { addPeople } from '@parley/core/chat/addPeople'
import { edit } from '@parley/core/chat/edit'
import { leave } from '@parley/core/chat/leave'
import { open } from '@parley/core/chat/open'
import { markDelivered, markRead } from '@parley/core/chat/positions'
import { react } from '@parley/core/chat/react'
import { remove } from '@parley/core/chat/remove'
import { removePerson } from '@parley/core/chat/removePerson'
import { rename } from '@parley/core/chat/rename'
import { send } from '@parley/core/chat/send'
import { setMine } from '@parley/core/chat/setMine'
import type { Caller, Core } from '@parley/core/core'
import { block, unblock } from '@parley/core/people/block'
import { Refusal } from '@parley/core/refusal'
import type { Random } from '../random.ts'

interface Place {
  id: string
  people: readonly Caller[]
  /** The highest number that an act may name; some of them do not exist. */
  most: number
}

/** The name of each, for what is said of a sequence. */
export interface Done {
  name: string
  outcome: Promise<void>
}

/** What is refused, for somebody else's message or one that is gone, changes nothing. */
export function randomAct(core: Core, random: Random, { id, people, most }: Place): Done {
  const by = random.pick(people)
  const other = random.pick(people.filter(one => one !== by))
  const seq = 1 + random.below(most)
  const messageId = `${id}.${seq}`
  const emoji = random.pick(['👍', '🎉'])
  const text = `text ${random.below(1000)}`
  const content = { type: 'text', text } as const
  const firstMessage = { clientId: randomUUID(), content }
  const flag = random.pick(['archived', 'muted', 'pinned', 'unread'] as const)
  const on = random.below(2) === 0
  const position = { conversationId: id, seq }
  const acts = {
    send: (): Promise<unknown> => send(core, by, { conversationId: id, ...firstMessage }),
    answer: () => send(core, by, { conversationId: id, ...firstMessage, replyTo: messageId }),
    edit: () => edit(core, by, { messageId, text }),
    remove: () => remove(core, by, messageId),
    react: () => react(core, by, { messageId, emoji, on: true }),
    unreact: () => react(core, by, { messageId, emoji, on: false }),
    read: () => markRead(core, by, position),
    deliver: () => markDelivered(core, by, position),
    mine: () => setMine(core, by, { conversationId: id, [flag]: on }),
    block: () => block(core, by, other.userId),
    unblock: () => unblock(core, by, other.userId),
    open: () => open(core, by, { participantIds: [other.userId], firstMessage }),
    rename: () => rename(core, by, { conversationId: id, title: text }),
    add: () =>
      addPeople(core, by, { conversationId: id, userIds: [other.userId], withHistory: on }),
    out: () => removePerson(core, by, { conversationId: id, userId: other.userId }),
    leave: () => leave(core, by, id),
  }
  const { send: write, edit: rewrite, unblock: allow, add: invite } = acts
  const often = Object.entries({ write, again: write, rewrite, allow, invite })
  const [name, act] = random.pick([...often, ...Object.entries(acts)])
  const outcome = act().then(
    () => {},
    error => {
      if (!(error instanceof Refusal)) throw error
    },
  )
  return { name: `${by.userId} ${name} ${seq}`, outcome }
}
