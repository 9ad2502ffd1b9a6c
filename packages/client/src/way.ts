import type { ApiLink } from './api.ts'
import type { Transport } from './transport.ts'

/** One way to the server: a transport, and what carries any other call over it. */
export interface Way extends Omit<Transport, 'via'> {
  readonly link: ApiLink
}
