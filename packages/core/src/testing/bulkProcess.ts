// Workers in processes of their own, which may be killed and frozen.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { onTestFinished } from 'vitest'

const program = fileURLToPath(new URL('./bulkProgram.ts', import.meta.url))

/** In one file, since reading hundreds of them costs each start a second of a core. */
async function bundle(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-bulk-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const outfile = join(folder, 'program.mjs')
  await build({
    ...{ entryPoints: [program], outfile, bundle: true, logLevel: 'error' },
    ...{ platform: 'node', format: 'esm', target: 'node20' },
    // What is CommonJS asks for Node's own modules this way.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  })
  return outfile
}

/** Starts so many that wait until they are told to work. */
export async function bulkProcesses(databaseUrl: string, count: number) {
  const path = await bundle()
  return Promise.all(Array.from({ length: count }, () => start(path, databaseUrl)))
}

async function start(path: string, databaseUrl: string) {
  const child = spawn(process.execPath, [path, databaseUrl], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  const failed = ended.then(([code]) => {
    throw new Error(`a worker ended with ${code} before it was told to work`)
  })
  await Promise.race([once(child.stdout, 'data'), failed])
  failed.catch(() => {})
  return {
    /** From now on it works. */
    go: () => void child.stdin.write('go\n'),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    kill,
  }
}
