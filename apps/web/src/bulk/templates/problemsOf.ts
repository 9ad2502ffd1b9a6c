import { sendable } from '@parley/client/composer'
import { saveTemplate } from '@parley/protocol/bulkInputs'
import { limits } from '@parley/protocol/limits'
import { variablesIn } from '@parley/protocol/template'
import type { Issue } from '../../words/composeWords.ts'

interface Problems {
  name?: 'noName' | undefined
  text?: Issue | undefined
}

/** What keeps a template from being saved, at the field where it can be put right. */
export function problemsOf(name: string, written: string): Problems {
  const isNamed = saveTemplate.shape.name.safeParse(name).success
  return { name: isNamed ? undefined : 'noName', text: issueOf(sendable(written)) }
}

function issueOf(text: string): Issue | undefined {
  if (text === '') return 'noText'
  if ([...text].length > limits.textMax) return 'tooLong'
  return variablesIn(text).unknown.length > 0 ? 'unknownVariable' : undefined
}
