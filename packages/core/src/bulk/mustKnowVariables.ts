import { variablesIn } from '@parley/protocol/template'
import { Refusal } from '../refusal.ts'

/** Refuses a text with a variable that there is not, by its name. */
export function mustKnowVariables(text: string, field: 'content' | 'template' | 'text'): void {
  const [unknown] = variablesIn(text).unknown
  if (unknown === undefined) return
  throw new Refusal('INVALID_INPUT', `${field}: there is no variable {{${unknown}}}`, { field })
}
