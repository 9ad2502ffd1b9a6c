import type { One } from './count.ts'

export interface GraceOptions {
  /** Longer than a reload takes. */
  graceMs: number
  /** The same for who was asked to move, unless they are seen elsewhere before. */
  movedMs: number
}

/** How long the last connection still counts that has gone. */
export function createGrace({ graceMs, movedMs }: GraceOptions) {
  const waits = new Set<() => void>()
  let isHurried = false

  function wait(): Promise<void> {
    return new Promise(resolve => {
      const done = () => {
        clearTimeout(timer)
        waits.delete(done)
        resolve()
      }
      const timer = setTimeout(done, isHurried ? 0 : graceMs)
      waits.add(done)
    })
  }

  return {
    async isOver({ isMoving }: One, isElsewhere: () => Promise<boolean>): Promise<void> {
      const until = performance.now() + (isMoving ? movedMs : 0)
      do await wait()
      while (performance.now() < until && !isHurried && !(await isElsewhere()))
    },
    /** Nobody is waited for any more. */
    hurry(): void {
      isHurried = true
      for (const done of waits) done()
    },
  }
}
