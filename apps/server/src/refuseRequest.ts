/**
 * Saying no to an HTTP request before anything reads it.
 */
import { type ServerResponse, STATUS_CODES } from 'node:http'
import type { Reason } from '@parley/protocol/reasons'
import type { Metrics } from './metrics.ts'

export type Refusal = { status: number; reason: Reason; message?: string }

export type Refuse = (response: ServerResponse, refusal: Refusal, body?: unknown) => void

/**
 * The connection ends with the answer: what is left of a body that nobody wants is not read.
 */
export function requestRefuser(metrics: Metrics): Refuse {
  return (response, { status, reason, message }, body) => {
    metrics.refusedRequests.inc({ status: String(status) })
    if (response.headersSent) {
      response.destroy()
      return
    }
    response.statusCode = status
    response.setHeader('connection', 'close')
    response.setHeader('content-type', 'application/json')
    response.setHeader('cache-control', 'no-store')
    if (status === 503) response.setHeader('retry-after', '1')
    response.end(JSON.stringify(body ?? { reason, message: message ?? STATUS_CODES[status] }))
  }
}
