/** A program of ours in a process of its own: until it says where it listens, and to its end. */
import { type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { cleanUpOnce } from './cleanUp.ts'

const readyLine = / is ready at (http\S+)/

/** @param probe the path whose first 200 ends the start */
export async function spawnListening(
  program: string,
  args: string[],
  { probe, ...options }: SpawnOptions & { probe: string },
) {
  const begun = performance.now()
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const ended = once(child, 'exit')
  const stop = cleanUpOnce(async () => {
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), 30_000)
    await ended
    clearTimeout(late)
  })

  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said = (said + chunk).slice(-20_000)
      const [, found] = readyLine.exec(said) ?? []
      if (found) resolve(found)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    const fail = () => reject(new Error(`The server did not start.\n${said.trim()}`))
    ended.then(fail, reject)
  })
  while (!(await answers(url + probe))) await pause(5)

  return {
    url,
    pid: child.pid ?? 0,
    startedInMs: performance.now() - begun,
    /** Sends a message and waits for the one that answers it. */
    async ask(message: string): Promise<unknown> {
      child.send(message)
      const [answer]: unknown[] = await once(child, 'message')
      return answer
    },
    stop,
  }
}

function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    response => response.ok,
    () => false,
  )
}
