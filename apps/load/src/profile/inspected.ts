/** What a server with the recorder in it can be asked for. */
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'
import { profileOf } from './profile.ts'

const path = fileURLToPath(new URL('recorder.ts', import.meta.url))

/** Node's arguments for a program in TypeScript with the recorder in it. */
export const recorder = ['--import', 'tsx', '--import', path]

const memory = z.object({ rss: z.number(), heapUsed: z.number(), external: z.number() })

export function inspected({ ask }: { ask(message: string): Promise<unknown> }) {
  return {
    /** Profiles from now on, until the function that it gives back is called. */
    async startProfile() {
      await ask('start')
      return async () => profileOf(await ask('stop'))
    },
    /** What is in use after all garbage has been collected. */
    async memory() {
      const { rss, heapUsed, external } = memory.parse(await ask('memory'))
      // Buffers are part of what V8 calls external.
      return { residentBytes: rss, usedBytes: heapUsed + external }
    },
  }
}
