/**
 * SIGTERM and SIGINT: everything is closed in order, then the process ends with 0. Whoever
 * asks a second time does not want to wait.
 */
import type { Log } from './log.ts'

/** Something to close, in the order given; one that hangs does not hold up the rest. */
export type Step = { name: string; close: () => Promise<void>; withinMs: number }

async function inTime({ close, withinMs }: Step): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not closed within ${withinMs} ms`)), withinMs)
  })
  await Promise.race([close(), tooLate]).finally(() => clearTimeout(timer))
}

/** @returns whether every step went well. */
export async function closeInOrder(steps: Step[], log: Log): Promise<boolean> {
  let allWell = true
  for (const step of steps) {
    try {
      await inTime(step)
    } catch (error) {
      allWell = false
      log.error({ step: step.name, err: error }, 'not closed')
    }
  }
  return allWell
}

/** npm passes on a Ctrl-C that the terminal has sent already: so soon, it is the same one. */
const echoMs = 1000

export function stopOnSignal(steps: Step[], log: Log): void {
  let stoppingSince: number | undefined
  const onSignal = async (signal: string) => {
    if (stoppingSince !== undefined) {
      if (performance.now() - stoppingSince > echoMs) process.exit(1)
      return
    }
    stoppingSince = performance.now()
    log.info({ signal }, 'stopping')
    const allWell = await closeInOrder(steps, log)
    log.info('stopped')
    process.exit(allWell ? 0 : 1)
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}
