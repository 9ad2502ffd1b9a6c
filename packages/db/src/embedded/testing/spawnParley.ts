// Starts `anotherParley.ts` in a process of its own.

import { type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)
const tsx = pathToFileURL(require.resolve('tsx')).href
const program = fileURLToPath(new URL('./anotherParley.ts', import.meta.url))

export async function spawnParley(dataDir: string, options: SpawnOptions = {}) {
  const child = spawn(process.execPath, ['--import', tsx, program, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...options,
  })
  const ended = once(child, 'exit')
  if (!child.stdout) throw new Error('The other Parley has no output')
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  const said: { url?: string; refused?: string } = JSON.parse(String(line))
  return {
    pid: child.pid ?? 0,
    url: said.url ?? '',
    refused: said.refused,
    async kill(signal: NodeJS.Signals) {
      child.kill(signal)
      await ended
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) await this.kill('SIGTERM')
    },
  }
}
