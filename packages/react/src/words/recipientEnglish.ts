/** Whom and what one does not want to hear from, in English. */
import type { Reason } from '@parley/protocol/reasons'
import { counted } from './counted.ts'
import { isolated } from './isolated.ts'
import { words } from './words.ts'

export const recipientEnglish = {
  failed: (reason: Reason) => words.message.refused(reason),
  undo: words.message.undo,

  stop: 'Stop bulk messages',
  stopTitle: 'Stop bulk messages?',
  stopText:
    'Contractors can then no longer reach you with what they send to several people at once. What they write to you alone still comes. You can receive bulk messages again at any time, from this menu or from the account menu.',
  stopped: 'You receive no more bulk messages.',
  resume: 'Receive bulk messages again',
  resumed: 'You receive bulk messages again.',

  accept: 'Receive bulk messages',
  acceptHint: 'What contractors send to several people at once.',

  block: (name: string) => `Block ${isolated(name)}`,
  blockTitle: (name: string) => `Block ${isolated(name)}?`,
  blockText: (name: string) =>
    `${isolated(name)} can then no longer write to you, open a conversation with you or see whether you are online. They are only told that their message was not delivered. What was written stays, and in groups you still meet.`,
  blockSubmit: 'Block',
  blocked: (name: string) => `${isolated(name)} is blocked.`,
  blockedHere: (name: string) => `You have blocked ${isolated(name)}.`,
  unblockSubmit: 'Unblock',
  unblock: (name: string) => `Unblock ${isolated(name)}`,
  unblocked: (name: string) => `${isolated(name)} can write to you again.`,

  people: 'Blocked people',
  peopleText: (people: number) =>
    people > 0
      ? `${counted(people, 'person', 'people')} cannot write to you.`
      : 'You have blocked nobody.',
  peopleFailed: 'The blocked people could not be loaded.',
}

/** What every catalogue of it has. */
export type RecipientWords = typeof recipientEnglish
