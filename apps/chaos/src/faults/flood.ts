/** Handshakes without a token, made by another process. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { cleanUpOnce } from '@parley/load/cleanUp'
import { bundled } from '@parley/server/testing/bundled'
import { programNamed } from '../programs/programs.ts'

interface Wanted {
  url: string
  perSecond: number
  seconds: number
  /** From how many addresses. */
  addresses: number
}

export interface Flooded {
  made: number
  letIn: number
  turnedAway: number
  /** How many were open at once at most. */
  mostOpen: number
}

export async function flood({ url, perSecond, seconds, addresses }: Wanted): Promise<Flooded> {
  const args = [new URL(url).port, perSecond, seconds, addresses].map(String)
  const child = fork(await bundled(programNamed('flood')), args)
  const end = cleanUpOnce(async () => void child.kill('SIGKILL'))
  const told: unknown[] = await Promise.race([once(child, 'message'), once(child, 'exit')])
  await Promise.race([once(child, 'exit'), end()])
  return floodedFrom(told[0])
}

function floodedFrom(told: unknown): Flooded {
  const counts: Flooded = { made: 0, letIn: 0, turnedAway: 0, mostOpen: 0 }
  if (typeof told === 'object' && told !== null) return { ...counts, ...told }
  throw new Error('the flood told nothing')
}
