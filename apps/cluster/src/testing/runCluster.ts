/** `pnpm cluster` as a process of its own, and people who talk through its one address. */
import '@parley/load/nodeWebSocket'
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@parley/client/client'
import { freePort } from '@parley/db/embedded/port'
import { hostToken } from '@parley/load/hostToken'
import { root } from '@parley/load/root'
import { expect, onTestFinished } from 'vitest'

type Role = Parameters<typeof hostToken>[1]['role']

export async function runCluster() {
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-cluster-'))
  await chmod(dataDir, 0o711)
  const hostSecret = randomBytes(32).toString('hex')
  const child = spawn(process.execPath, ['--import', 'tsx', 'apps/cluster/src/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      PORT: String(await freePort()),
      DATA_DIR: dataDir,
      HOST_JWT_SECRET: hostSecret,
      MESSAGES_PER_MINUTE: '10000',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  const exit = once(child, 'exit')
  const stop = async () => {
    if (child.exitCode === null) child.kill('SIGTERM')
    await exit
    return child.exitCode
  }
  onTestFinished(async () => {
    await stop()
    await rm(dataDir, { recursive: true, force: true })
  })
  const introductions = () => said.split('Parley is ready at ').slice(1)
  /** The processes of the nodes, as it said last of each. */
  const pids = () => {
    const all = said.matchAll(/(node \d+).*: pid (\d+)/g)
    return [...new Map([...all].map(([, node, pid]) => [node, Number(pid)])).values()]
  }
  await expect.poll(() => said, { timeout: 60_000 }).toContain('Stop: Ctrl-C')
  const url = introductions()[0]?.split('\n')[0] ?? ''

  return {
    url,
    dataDir,
    said: () => said,
    pids,
    restarts: () => introductions().length - 1,
    restartInTurn: () => child.kill('SIGUSR2'),
    /** @returns its exit code */
    stop,
    async join(userId: string, role: Role) {
      const token = await hostToken(hostSecret, { userId, name: userId, role })
      const client = createClient({ url, userId, token: async () => token })
      onTestFinished(() => client.close())
      await expect.poll(() => client.connection.get().state, { timeout: 20_000 }).toBe('online')
      return client
    },
  }
}
