import { setTimeout as pause } from 'node:timers/promises'

/** Waits until something is so. @throws Error, with what was waited for, when it takes too long */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  withinMs = 60_000,
): Promise<void> {
  const deadline = performance.now() + withinMs
  while (!(await isSo())) {
    if (performance.now() > deadline)
      throw new Error(`In ${withinMs} ms it did not happen: ${what}`)
    await pause(20)
  }
}
