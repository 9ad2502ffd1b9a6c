/**
 * Two nodes on one database and one unreliable bus, behind an address that hands connections
 * to them in turn, as a load balancer does.
 */
import { connect, createServer, type Socket } from 'node:net'
import { memoryBus } from '@parley/bus/memory'
import { readEnv } from '@parley/server/env'
import { createLog } from '@parley/server/log'
import { logFaults } from '@parley/server/logFaults'
import { startNode } from '@parley/server/node'
import { stopOnSignal } from '@parley/server/stopOnSignal'
import { unreliableBus } from '../faults/unreliableBus.ts'
import { createRandom } from '../random.ts'

type Parts = NonNullable<Parameters<typeof startNode>[3]>

/** So much is lost that, without a defence, some conversation misses its last change. */
const weather = { lost: 0.3, repeated: 0.15, late: 0.3, lateMs: 1000 }

export async function runTwoNodes(parts: Parts = {}): Promise<void> {
  const { port } = readEnv(process.env)
  const env = readEnv({ ...process.env, PORT: '0' })
  const log = createLog(env)
  logFaults(log)
  const random = createRandom(Number(process.env.CHAOS_SEED ?? 1))
  const bus = unreliableBus(memoryBus(), random, weather)
  const first = await startNode(env, env.databaseUrl ?? '', log, { ...parts, bus })
  const second = await startNode(env, env.databaseUrl ?? '', log, { ...parts, bus })
  await inTurn(port, [first.port, second.port])
  stopOnSignal([...first.steps, ...second.steps], log)
  process.stdout.write('Parley is ready at both nodes\n')
}

function inTurn(port: number, targets: [number, number]): Promise<void> {
  let count = 0
  const server = createServer(near => {
    count += 1
    const far = connect(targets[count % 2 === 0 ? 0 : 1], '127.0.0.1')
    join(near, far)
    join(far, near)
  })
  return new Promise(resolve => server.listen(port, '127.0.0.1', resolve))
}

function join(from: Socket, to: Socket): void {
  from.setNoDelay(true)
  from.pipe(to)
  from.on('error', () => to.destroy())
  from.on('close', () => to.destroy())
}
