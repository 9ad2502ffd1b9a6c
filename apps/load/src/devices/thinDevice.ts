/** A device that speaks the wire and merges, and does no more than that: it reads no positions out. */
import { randomUUID } from 'node:crypto'
import { type Change, change } from '@parley/protocol/change'
import { conversation } from '@parley/protocol/conversation'
import { count } from '@parley/protocol/ids'
import { mergeCatchUp, mergeChanges } from '@parley/protocol/replica/merge'
import { hasGap, type Replica, replicaOf } from '@parley/protocol/replica/replica'
import * as z from 'zod/mini'
import type { Device, DeviceOptions } from './device.ts'
import { openWire } from './wire.ts'

const changes = z.array(change)
const frame = z.object({ data: changes })
const catchUp = z.object({ changes, version: count })

/** How long the feed may take to close a gap by itself. */
const patienceMs = 300

export async function thinDevice({ url, userId, token, listener }: DeviceOptions): Promise<Device> {
  const wire = openWire(url, token)
  const replicas = new Map<string, Replica>()
  const healing = new Set<string>()

  function enter(id: string, some: readonly Change[]): void {
    const replica = replicas.get(id)
    if (!replica) return
    const merged = mergeChanges(replica, some)
    replicas.set(id, merged)
    tell(some)
    if (hasGap(merged) && !healing.has(id)) {
      healing.add(id)
      setTimeout(() => heal(id).catch(listener.failed), patienceMs)
    }
  }

  function tell(some: readonly Change[]): void {
    for (const one of some) {
      if (!('message' in one) || one.message.senderId === userId) continue
      if (one.message.content) listener.seen(one.message.content.text)
    }
  }

  async function heal(id: string): Promise<void> {
    const replica = replicas.get(id)
    if (replica && hasGap(replica)) {
      const input = { conversationId: id, version: replica.held }
      const answer = catchUp.parse(await wire.query('chat.changesSince', input))
      replicas.set(id, mergeCatchUp(replicas.get(id) ?? replica, answer))
      tell(answer.changes)
    }
    healing.delete(id)
  }

  await new Promise<void>((resolve, reject) => {
    wire.subscription('chat.changes', undefined, {
      onData(data) {
        resolve()
        for (const one of frame.parse(data).data) enter(one.conversationId, [one])
      },
      onError(error) {
        reject(error)
        listener.failed(error)
      },
    })
  })

  return {
    async open(other) {
      const opened = await wire.mutation('chat.open', { participantIds: [other] })
      return conversation.parse(opened).id
    },
    async show(id) {
      const read = conversation.parse(await wire.query('chat.get', { conversationId: id }))
      replicas.set(id, replicaOf(read, userId))
    },
    send(conversationId, text) {
      const content = { type: 'text', text }
      wire
        .mutation('chat.send', { conversationId, clientId: randomUUID(), content })
        .then(() => listener.acknowledged(text), listener.failed)
    },
    texts: id => replicas.get(id)?.messages.flatMap(({ content }) => content?.text ?? []) ?? [],
    close: wire.close,
  }
}
