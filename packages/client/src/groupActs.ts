/** What one does to a group: each is the server's to decide, so nothing shows before its answer. */
import type { Conversation } from '@parley/protocol/conversation'
import { type Cancellable, insist, type Means, until } from './insist.ts'
import { Refused } from './refused.ts'
import type { Calls } from './transport.ts'

/**
 * Each rejects with `Refused` when the server says no, and with `Unwanted` when it was called
 * off before it went out.
 */
export interface GroupActs {
  /**
   * A pair stays a pair: adding somebody to one opens a group.
   *
   * @returns the id of the conversation that they take part in now
   */
  addPeople(
    conversationId: string,
    userIds: readonly string[],
    options?: AddingOptions,
  ): Promise<string>
  removePerson(conversationId: string, userId: string, options?: Cancellable): Promise<void>
  leave(conversationId: string, options?: Cancellable): Promise<void>
  /** Without a title it is named after its people. */
  rename(conversationId: string, title: string | undefined, options?: Cancellable): Promise<void>
}

export interface AddingOptions extends Cancellable {
  /** They see what was written before they joined; for whoever opened the group to allow. */
  withHistory?: boolean | undefined
}

interface Options {
  means: Means
  calls: Pick<Calls, 'addPeople' | 'removePerson' | 'leave' | 'rename'>
  createId: () => string
  /** Takes the conversation of an answer in. */
  onRead: (conversation: Conversation) => void
  /** I take no part in it any more. */
  onLeft: (conversationId: string) => void
}

export function createGroupActs({ means, calls, createId, onRead, onLeft }: Options): GroupActs {
  return {
    async addPeople(conversationId, userIds, { withHistory = false, ...options } = {}) {
      // A pair opens one group for this key, however often it is asked.
      const input = { conversationId, userIds: [...userIds], withHistory, key: createId() }
      const conversation = await insist(means, () => calls.addPeople(input), until(options))
      onRead(conversation)
      return conversation.id
    },
    removePerson: (conversationId, userId, options = {}) =>
      insist(means, () => calls.removePerson({ conversationId, userId }), until(options)),
    async leave(conversationId, options = {}) {
      try {
        await insist(means, () => calls.leave({ conversationId }), until(options))
      } catch (error) {
        // Whoever is not in it, perhaps by an answer that was lost, has left.
        if (!(error instanceof Refused && error.reason === 'NOT_FOUND')) throw error
      }
      onLeft(conversationId)
    },
    async rename(conversationId, title, options = {}) {
      const rename = () => calls.rename({ conversationId, title })
      onRead(await insist(means, rename, until(options)))
    },
  }
}
