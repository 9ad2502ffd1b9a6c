/**
 * The one address in front of all nodes: each connection goes to the next node in turn, whoever
 * it is of. It looks at no byte of what passes through.
 *
 * A node that says that it is not ready gets no connections while another one is. When none is,
 * as when only the database or Redis is away, they go to whichever takes them: nodes know better
 * what can be done then.
 */
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export interface Backend {
  port: number
  /** Whether it said so when it was asked last. */
  isReady(): boolean
}

/** How long a connection waits for a node that takes it. */
const patienceMs = 5000
const againAfterMs = 100

export function createBalancer(backends: () => Backend[]) {
  const open = new Set<Socket>()
  let turn = 0

  /** All that may be tried, the best first. */
  function inTurn(): Backend[] {
    turn += 1
    const all = backends()
    const shift = turn % Math.max(all.length, 1)
    const rotated = [...all.slice(shift), ...all.slice(0, shift)]
    return [
      ...rotated.filter(backend => backend.isReady()),
      ...rotated.filter(backend => !backend.isReady()),
    ]
  }

  async function findNode(near: Socket): Promise<Socket | undefined> {
    const deadline = performance.now() + patienceMs
    while (performance.now() < deadline && !near.destroyed) {
      for (const { port } of inTurn()) {
        const far = await reach(port)
        if (far) return far
      }
      await pause(againAfterMs)
    }
    return undefined
  }

  const server = createServer({ noDelay: true, pauseOnConnect: true }, async near => {
    open.add(near)
    near.on('error', () => near.destroy())
    near.on('close', () => open.delete(near))
    const far = await findNode(near)
    if (!far || near.destroyed) {
      far?.destroy()
      near.destroy()
      return
    }
    join(near, far)
    join(far, near)
  })

  return {
    server,
    /** Takes no more connections, and cuts those that are left. */
    close(): Promise<void> {
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      for (const socket of open) socket.destroy()
      return closed
    },
  }
}

function reach(port: number): Promise<Socket | undefined> {
  return new Promise(resolve => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    socket.once('connect', () => resolve(socket))
    socket.once('error', () => {
      socket.destroy()
      resolve(undefined)
    })
  })
}

function join(from: Socket, to: Socket): void {
  from.pipe(to)
  from.on('error', () => to.destroy())
  from.on('close', () => to.destroy())
}
