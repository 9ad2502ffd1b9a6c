/**
 * What machines ask: does the process live, can it do its work, what has it counted.
 */
import type { ServerResponse } from 'node:http'
import type { Limits } from './limits.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'

/** An answer is shared for this long, so that no number of probes becomes load. */
const freshMs = 500

type ProbesOptions = {
  /** Rejects while the database or the bus does not answer. */
  ready: () => Promise<void>
  isDraining: () => boolean
  metrics: Metrics
  limits: Limits
  log: Log
}

export function createProbes({ ready, isDraining, metrics, limits, log }: ProbesOptions) {
  let last: { at: number; isReady: Promise<boolean> } | undefined

  async function check(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('no answer in time')), limits.readyMs)
    })
    try {
      await Promise.race([ready(), tooLate])
      return true
    } catch (error) {
      log.warn({ err: error }, 'not ready')
      return false
    } finally {
      clearTimeout(timer)
    }
  }

  function isReady(): Promise<boolean> {
    if (last === undefined || Date.now() - last.at > freshMs)
      last = { at: Date.now(), isReady: check() }
    return last.isReady
  }

  function say(response: ServerResponse, status: number, text: string): void {
    response.writeHead(status, { 'content-type': 'text/plain', 'cache-control': 'no-store' })
    response.end(`${text}\n`)
  }

  return {
    health(response: ServerResponse) {
      // A page that embeds a conversation asks whether there is a network; no page can read it.
      response.setHeader('cross-origin-resource-policy', 'cross-origin')
      say(response, 200, 'alive')
    },
    async ready(response: ServerResponse) {
      if (isDraining()) say(response, 503, 'shutting down')
      else if (await isReady()) say(response, 200, 'ready')
      else say(response, 503, 'not ready')
    },
    async metrics(response: ServerResponse) {
      const text = await metrics.registry.metrics()
      response.writeHead(200, {
        'content-type': metrics.registry.contentType,
        'cache-control': 'no-store',
      })
      response.end(text)
    },
  }
}

export type Probes = ReturnType<typeof createProbes>
