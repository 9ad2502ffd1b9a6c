import type { User } from '@parley/protocol/user'
import { tell, warn } from '../parts/notices.ts'
import { reasonOf } from '../parts/reasonOf.ts'
import { recipientWords } from '../words/recipientWords.ts'
import { useBlocked } from './useBlocked.ts'

/** Blocking and unblocking with a word of it and a way back. */
export function useBlocking() {
  const { block, unblock } = useBlocked()
  const refused = (error: unknown) => warn(recipientWords.failed(reasonOf(error)))

  async function blockPerson(person: User): Promise<void> {
    await block(person)
    tell(recipientWords.blocked(person.name), {
      label: recipientWords.undo,
      onAct: () => void unblock(person).catch(refused),
    })
  }

  return {
    block: blockPerson,
    unblock: (person: User) =>
      unblock(person).then(() => tell(recipientWords.unblocked(person.name)), refused),
  }
}
