/** Many people who only follow, at the ends of cables in another process. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { cleanUpOnce } from '@parley/load/cleanUp'
import { bundled } from '@parley/server/testing/bundled'
import { programNamed } from '../programs/programs.ts'
import { type CrowdAsked, type CrowdTold, crowdTold } from './crowdWords.ts'

interface Wanted {
  names: string[]
  /** Where they connect to, in turn. */
  urls: string[]
  secret: string
}

export async function gatherCrowd({ names, urls, secret }: Wanted) {
  const child = fork(await bundled(programNamed('crowd')))
  const end = cleanUpOnce(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  })

  /** One question after the other. */
  async function ask(asked: CrowdAsked): Promise<CrowdTold> {
    const answer = new AbortController()
    child.send(asked)
    try {
      const told = once(child, 'message', answer)
      const lost = gone(child, answer)
      for (const one of [told, lost]) one.catch(() => {}) // the other one came first
      const [said]: unknown[] = await Promise.race([told, lost])
      return crowdTold.parse(said)
    } finally {
      answer.abort()
    }
  }

  const act = (name: 'cut' | 'leave' | 'return' | 'tell') => ask({ act: name })
  await ask({ gather: names, urls, secret }).catch(async (error: unknown) => {
    await end()
    throw error
  })
  return {
    /** Everybody loses their connection at once, and comes back at once. */
    cut: () => act('cut'),
    leave: () => act('leave'),
    return: () => act('return'),
    tell: () => act('tell'),
    [Symbol.asyncDispose]: end,
  }
}

async function gone(child: ChildProcess, { signal }: AbortController): Promise<never> {
  await once(child, 'exit', { signal })
  throw new Error('the crowd is gone')
}
