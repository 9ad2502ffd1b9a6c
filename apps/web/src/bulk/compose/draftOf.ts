import type { Client } from '@parley/client/client'
import { draftKey } from '@parley/client/forget'
import { browserStorage, keepsakeIn } from '@parley/client/keepsake'
import { type Readable, writable } from '@parley/client/readable'
import { blankDraft, type Draft, fromKept, isBlank, toKept } from './draft.ts'

export interface KeptDraft {
  state: Readable<Draft>
  change: (part: Partial<Draft>) => void
  clear: () => void
  /**
   * What was taken back is there again, as something new; unless another one was begun.
   *
   * @returns whether it is there
   */
  restore: (before: Draft) => boolean
}

type Person = Pick<Client, 'userId'>

const kept = new WeakMap<Person, KeptDraft>()

/** The one bulk message that somebody composes. It goes with their other drafts when they sign out. */
export function draftOf(client: Person): KeptDraft {
  const known = kept.get(client) ?? open(client.userId)
  kept.set(client, known)
  return known
}

function open(userId: string): KeptDraft {
  const keepsake = keepsakeIn(browserStorage(), draftKey(userId, 'bulk'))
  const state = writable(fromKept(keepsake.read()))
  function put(next: Draft) {
    state.set(next)
    keepsake.write(toKept(next))
  }
  return {
    state: { get: state.get, subscribe: state.subscribe },
    change: part => put({ ...state.get(), ...part }),
    clear: () => put(blankDraft()),
    restore(before) {
      const { key } = blankDraft()
      if (!isBlank(state.get())) return false
      put({ ...before, key, isInDoubt: false })
      return true
    },
  }
}
