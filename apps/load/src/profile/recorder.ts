/**
 * Loaded into a server before its own code, and obeys the process that spawned it: records a
 * CPU profile between the messages `start` and `stop`, and on `memory` collects all garbage
 * and says what is left. Until then it costs nothing.
 */
import { Session } from 'node:inspector/promises'

const session = new Session()

async function obey(message: unknown): Promise<void> {
  if (message === 'start') {
    session.connect()
    await session.post('Profiler.enable')
    await session.post('Profiler.start')
    process.send?.('started')
  } else if (message === 'stop') {
    const { profile } = await session.post('Profiler.stop')
    session.disconnect()
    process.send?.(profile)
  } else if (message === 'memory') {
    const collector = new Session()
    collector.connect()
    await collector.post('HeapProfiler.collectGarbage')
    collector.disconnect()
    process.send?.(process.memoryUsage())
  }
}

process.on('message', obey)
// Whoever spawned it is gone, perhaps killed: nobody else would stop it.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
// Listening to it must not keep the server alive.
process.channel?.unref()
