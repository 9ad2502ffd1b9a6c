/** One node of a cluster for as long as the cluster lives: one process after the other. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Backend } from './balancer.ts'
import { type NodeProcess, startNodeProcess, type Variables } from './nodeProcess.ts'

/** A node that dies at once, over and over, is not started ever faster. */
const restartAfterMs = 500

export function keepNode(name: string, variables: Variables, say: (line: string) => void) {
  let running: NodeProcess | undefined
  let starting = Promise.resolve()
  const life = new AbortController()

  function hear(line: string): void {
    if (line !== '' && !line.startsWith('Parley is ready')) say(`${name} | ${line}`)
  }

  async function launch(): Promise<void> {
    const started = await startNodeProcess(variables, hear, life.signal)
    running = started
    void started.ended.then(how => {
      if (running !== started) return
      running = undefined
      say(`${name} ended (${how}); starting it again`)
      void startAgain()
    })
  }

  function start(): Promise<void> {
    starting = launch()
    return starting
  }

  async function startAgain(): Promise<void> {
    while (!life.signal.aborted && !running) {
      await pause(restartAfterMs, undefined, { signal: life.signal }).catch(() => {})
      if (life.signal.aborted) return
      await start().then(
        () => say(`${name} is back: ${whereabouts()}`),
        (error: unknown) => say(`${name} did not start: ${error}`),
      )
    }
  }

  function whereabouts(): string {
    return `pid ${running?.pid}, http://127.0.0.1:${running?.port}`
  }

  /** Nobody is sent there from now on. @returns whether it left in good order */
  async function leave(): Promise<boolean> {
    const leaving = running
    running = undefined
    return (await leaving?.stop()) ?? true
  }

  return {
    name,
    pid: () => running?.pid,
    whereabouts,
    backend: (): Backend | undefined => running,
    /** Rejects when it does not come up. */
    start,
    /** One that is dead is on its way back already. */
    async restart(): Promise<void> {
      if (!running) return
      await leave()
      await start().catch(startAgain)
    },
    async stop(): Promise<boolean> {
      life.abort()
      await starting.catch(() => {})
      return leave()
    },
  }
}

export type KeptNode = ReturnType<typeof keepNode>
