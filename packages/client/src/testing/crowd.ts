/** A contractor whose broadcast makes many conversations, and what their list must show then. */
import { memberOf, type Room } from './room.ts'
import type { Peer, World } from './world.ts'

export function customers(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `customer ${String(at).padStart(5, '0')}`)
}

/** As the engine does it: a hundred recipients at a time, with a rest between. */
export async function broadcastTo(
  { server, clock }: Pick<World, 'server' | 'clock'>,
  me: string,
  userIds: readonly string[],
  between: () => void = () => {},
): Promise<void> {
  for (let at = 0; at < userIds.length; at += 100) {
    server.broadcast(me, userIds.slice(at, at + 100), 'To all of you')
    between()
    await clock.advance(80)
  }
}

export function times({ transport }: Peer, call: string): number {
  return transport.log.filter(entry => entry.call === call).length
}

/** What the server lists without the pinned ones, which stand apart. */
function expected({ server }: Pick<World, 'server'>, me: string, archived: boolean): Room[] {
  const place = ({ updatedAt, id }: Room) => `${updatedAt}_${id}`
  return server
    .rooms()
    .filter(room => {
      const own = memberOf(room, me)
      return own?.archived === archived && !own.pinned
    })
    .sort((a, b) => (place(a) < place(b) ? 1 : -1))
}

/** @returns what is wrong with the list as it is shown, in words; and how far it is shown */
export function faultsOf(world: Pick<World, 'server'>, peer: Peer, archived = false) {
  const { items, hasMore } = (archived ? peer.archived : peer.conversations).get()
  const shown = items.filter(({ pinned }) => !pinned)
  const truth = expected(world, peer.me, archived)
  const faults: string[] = []
  if (!hasMore && shown.length < truth.length) faults.push(`${shown.length} of ${truth.length}`)
  // A page of fifty, of which some may have been pinned or archived since.
  if (shown.length < Math.min(40, truth.length)) faults.push(`no more than ${shown.length}`)
  for (const [at, one] of shown.entries()) {
    const room = truth[at]
    const message = room?.messages.at(-1)
    if (one.id !== room?.id) faults.push(`${one.id} at ${at} instead of ${room?.id}`)
    else if (JSON.stringify(one.lastMessage) !== JSON.stringify(message))
      faults.push(`${one.id} ends otherwise`)
    if (faults.length > 3) break
  }
  return { faults, shown: shown.length }
}
