/**
 * Leaving without losing anything: clients are asked to move, a few at a time, each keeps its
 * socket until what it asked for is answered, and nobody waits for ever.
 */
import type { Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Limits } from './limits.ts'
import type { LiveSocket } from './liveSocket.ts'

/** RFC 6455's registry: "service restart", come again. */
const serviceRestart = 1012

type Draining = {
  server: Server
  sockets: () => LiveSocket[]
  /** Ends what streams over HTTP; their clients ask again elsewhere. */
  endStreams: () => void
  limits: Limits
}

async function until(isTrue: () => boolean, deadline: number): Promise<void> {
  while (!isTrue() && Date.now() < deadline) await pause(20)
}

/** Asks one client to move, gives it the time to, and closes when nothing is in flight. */
async function sendAway(socket: LiveSocket, limits: Limits, deadline: number): Promise<void> {
  socket.tellToReconnect()
  const time = Math.max(0, Math.min(limits.moveMs, deadline - Date.now()))
  await Promise.race([socket.whenClosed(), pause(time, undefined, { ref: false })])
  await until(() => socket.inFlight() === 0, deadline)
  socket.close(serviceRestart, 'restart')
}

/** The goodbyes are spread evenly, each somewhere in its own slot. */
function momentsFor(count: number, spreadMs: number): number[] {
  const slot = Math.min(spreadMs / Math.max(count, 1), 10)
  return Array.from({ length: count }, (_, index) => (index + Math.random()) * slot)
}

export async function drain({ server, sockets, endStreams, limits }: Draining): Promise<void> {
  const deadline = Date.now() + limits.drainMs
  if (sockets().length > 0) await pause(limits.noticeMs)
  endStreams()
  const leaving = sockets()
  const moments = momentsFor(leaving.length, limits.spreadMs)
  await Promise.all(
    leaving.map(async (socket, index) => {
      await pause(moments[index] ?? 0)
      await sendAway(socket, limits, deadline)
    }),
  )
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  // Connections become idle as their last answers go out.
  const tidy = setInterval(() => server.closeIdleConnections(), 50)
  await until(() => sockets().length === 0, Math.min(Date.now() + limits.closingMs, deadline))
  for (const socket of sockets()) socket.terminate()
  const late = setTimeout(() => server.closeAllConnections(), Math.max(0, deadline - Date.now()))
  await closed
  clearTimeout(late)
  clearInterval(tidy)
}
