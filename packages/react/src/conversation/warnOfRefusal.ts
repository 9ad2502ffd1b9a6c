import { Refused } from '@parley/client/refused'
import { warn } from '../parts/notices.ts'
import { words } from '../words/words.ts'

export function warnOfRefusal(error: unknown): void {
  warn(words.message.refused(error instanceof Refused ? error.reason : 'UNAVAILABLE'))
}
