/** Two devices that stop reading: one that only follows, and one that goes on asking. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { hostToken } from '@parley/load/hostToken'
import { openWire } from '@parley/load/wire'
import { type Change, change } from '@parley/protocol/change'
import type { Stage } from '../stage/stage.ts'
import { layCable } from './cable.ts'

export interface Follower {
  /** What arrived since it went on reading. */
  changes: Change[]
  goOn(): void
  close(): Promise<void>
}

/** Follows everything that changes for this person, and then reads no more. */
export async function stalledFollower(stage: Stage, userId: string): Promise<Follower> {
  const cable = await layCable(stage.node.url)
  const wire = openWire(cable.url, await tokenOf(stage, userId))
  const changes: Change[] = []
  await new Promise<void>((resolve, reject) => {
    wire.subscription('chat.changes', undefined, {
      onData(frame) {
        resolve()
        changes.push(...changesIn(frame))
      },
      onError: reject,
    })
  })
  cable.freeze()
  changes.length = 0
  return {
    changes,
    goOn: cable.thaw,
    async close() {
      wire.close()
      await cable.close()
    },
  }
}

function changesIn(frame: unknown): Change[] {
  if (typeof frame !== 'object' || frame === null || !('data' in frame)) return []
  return Array.isArray(frame.data) ? frame.data.map(one => change.parse(one)) : []
}

interface Question {
  conversationId: string
  /** How many pages of it are asked for. */
  pages: number
}

/** Asks and asks, and reads none of the answers. */
export async function stalledAsker(stage: Stage, userId: string, question: Question) {
  const { port, host } = new URL(stage.node.url)
  const socket = connect({ port: Number(port), host: '127.0.0.1' })
  socket.on('error', () => {})
  socket.write(handshake(host))
  await once(socket, 'data')
  const say = (message: unknown) => socket.write(frameOf(JSON.stringify(message)))
  say({ method: 'connectionParams', data: { token: await tokenOf(stage, userId) } })
  say({ id: 0, method: 'query', params: { path: 'me.get' } })
  await once(socket, 'data')
  socket.pause()
  const { conversationId, pages } = question
  return {
    ask() {
      const params = { path: 'chat.history', input: { conversationId, limit: 100 } }
      for (let id = 1; id <= pages; id += 1) say({ id, method: 'query', params })
    },
    close: () => socket.destroy(),
  }
}

function handshake(host: string): string {
  return [
    'GET /trpc?connectionParams=1 HTTP/1.1',
    `Host: ${host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    '\r\n',
  ].join('\r\n')
}

/** A short text as a client's frame, under a mask of zeros. */
function frameOf(text: string): Buffer {
  const payload = Buffer.from(text)
  const head = Buffer.alloc(8)
  head.writeUInt16BE(0x81fe, 0)
  head.writeUInt16BE(payload.length, 2)
  return Buffer.concat([head, payload])
}

function tokenOf({ hostSecret }: Stage, userId: string): Promise<string> {
  const role = userId.startsWith('customer') ? 'customer' : 'contractor'
  return hostToken(hostSecret, { userId, name: userId, role })
}
