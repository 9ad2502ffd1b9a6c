import type { Event, Message } from '@parley/protocol/message'
import { words } from '../words/words.ts'

interface Names {
  me: string
  nameOf: (userId: string) => string
}

/** What became of the group, as a sentence. */
export function eventText(
  { senderId }: Pick<Message, 'senderId'>,
  event: Event,
  { me, nameOf }: Names,
): string {
  const who = nameOf(senderId)
  const whom = (userIds: readonly string[]) =>
    words.few(withMeInSight(userIds, me).map(id => (id === me ? words.event.me : nameOf(id))))
  switch (event.kind) {
    case 'added':
      return words.event.added(who, whom(event.userIds))
    case 'removed':
      return words.event.removed(who, whom(event.userIds))
    case 'left':
      return words.event.left(who)
    case 'renamed':
      return event.title ? words.event.named(who, event.title) : words.event.unnamed(who)
  }
}

/** Of many only the first are named. */
function withMeInSight(userIds: readonly string[], me: string): readonly string[] {
  return userIds.indexOf(me) > 2 ? [me, ...userIds.filter(id => id !== me)] : userIds
}
