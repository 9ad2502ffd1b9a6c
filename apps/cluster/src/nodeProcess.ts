/** The process of one node, on a port of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '@parley/db/embedded/port'

const top = fileURLToPath(new URL('../../../', import.meta.url))
const program = fileURLToPath(new URL('node.ts', import.meta.url))
const args = ['--max-semi-space-size=32', '--import', 'tsx', program]

const askEveryMs = 100
const drainedWithinMs = 10_000

export type Variables = Record<string, string | undefined>

export interface NodeProcess {
  pid: number | undefined
  port: number
  /** Whether it said so when it was asked last. */
  isReady(): boolean
  ended: Promise<string>
  /** Drains. @returns whether it left in good order */
  stop(): Promise<boolean>
}

/** Resolves when the node is ready; rejects when it ends before, as it does on `signal`. */
export async function startNodeProcess(
  variables: Variables,
  hear: (line: string) => void,
  signal: AbortSignal,
): Promise<NodeProcess> {
  // Another one each time: an old one may be somebody else's by now.
  const port = await freePort()
  const child = spawn(process.execPath, args, {
    cwd: top,
    env: { ...variables, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Ctrl-C is for the cluster, which lets its nodes finish.
    detached: true,
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => text.split('\n').forEach(hear))
  }
  const ended = once(child, 'exit').then(([code, signal]) => String(signal ?? `code ${code}`))
  let isReady = false
  async function ask(): Promise<void> {
    isReady = await saysReady(port)
    await pause(askEveryMs, undefined, { ref: false })
  }
  const giveUp = () => child.kill('SIGTERM')
  signal.addEventListener('abort', giveUp)
  while (!isReady) {
    if (!isAlive(child)) throw new Error(`it ended before it was ready (${await ended})`)
    await ask()
  }
  signal.removeEventListener('abort', giveUp)
  void (async () => {
    while (isAlive(child)) await ask()
    isReady = false
  })()
  return { pid: child.pid, port, isReady: () => isReady, ended, stop: () => stop(child, ended) }
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<boolean> {
  if (isAlive(child)) child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), drainedWithinMs)
  await ended
  clearTimeout(late)
  return child.exitCode === 0
}

function isAlive(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null
}

async function saysReady(port: number): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(2000)
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    return false
  }
}
