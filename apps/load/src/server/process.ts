/** A program of ours in a process of its own: until it says where it listens, and to its end. */
import { type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { cleanUpOnce } from './cleanUp.ts'

const readyLine = / is ready at (http\S+)/

interface Listening extends SpawnOptions {
  /** The path whose first 200 ends the start. */
  probe: string
  /** Gets each line that the program prints, as soon as it does. */
  hear?: (line: string) => void
}

export async function spawnListening(
  program: string,
  args: string[],
  { probe, hear = () => {}, ...options }: Listening,
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
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue
      createInterface({ input: stream }).on('line', line => {
        hear(line)
        said = `${said}${line}\n`.slice(-20_000)
        const [, found] = readyLine.exec(line) ?? []
        if (found) resolve(found)
      })
    }
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
