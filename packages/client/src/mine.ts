/** What one keeps for oneself about a conversation: changed on the screen at once, undone when refused. */
import type { SetMineInput } from '@parley/protocol/chatInputs'
import type { Participant } from '@parley/protocol/participant'
import { insist, type Means } from './insist.ts'
import { createInTurn } from './inTurn.ts'
import type { Calls } from './transport.ts'

export type Wishes = Omit<SetMineInput, 'conversationId'>

export interface Mine {
  /** What was set and is not answered yet. */
  wishes(conversationId: string): Wishes
  set(conversationId: string, wishes: Wishes): Promise<void>
}

interface Options {
  means: Means
  calls: Pick<Calls, 'setMine'>
  batch: (act: () => void) => void
  onStored: (conversationId: string, mine: Participant) => void
  onChanged: (conversationId: string) => void
}

const none: Wishes = {}

export function createMine({ means, calls, batch, onStored, onChanged }: Options): Mine {
  const open = new Map<string, readonly Wishes[]>()
  const joined = new Map<string, Wishes>()
  const inTurn = createInTurn()

  function put(id: string, next: readonly Wishes[]): void {
    if (next.length > 0) {
      open.set(id, next)
      joined.set(id, Object.assign({}, ...next))
    } else {
      open.delete(id)
      joined.delete(id)
    }
    onChanged(id)
  }

  return {
    wishes: id => joined.get(id) ?? none,
    async set(id, wishes) {
      put(id, [...(open.get(id) ?? []), wishes])
      const lift = () =>
        put(
          id,
          (open.get(id) ?? []).filter(one => one !== wishes),
        )
      try {
        const call = () => calls.setMine({ conversationId: id, ...wishes })
        const stored = await inTurn(id, () => insist(means, call))
        batch(() => {
          onStored(id, stored)
          lift()
        })
      } catch (error) {
        lift()
        throw error
      }
    },
  }
}
