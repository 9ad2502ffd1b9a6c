import { Refusal } from './refusal.ts'

/** The same answer for what does not exist and for what one may not see. */
export function notFound(
  what:
    | 'conversation'
    | 'message'
    | 'job'
    | 'person'
    | 'connection'
    | 'session'
    | 'broadcast'
    | 'template',
): Refusal {
  return new Refusal('NOT_FOUND', `There is no such ${what}.`)
}
