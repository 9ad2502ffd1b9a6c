import { sendable } from '@parley/client/composer'
import { recipientFilter } from '@parley/protocol/bulkFilter'
import type { Recipients } from '@parley/protocol/bulkInputs'
import { limits } from '@parley/protocol/limits'
import { variablesIn } from '@parley/protocol/template'
import type { Issue } from '../../words/composeWords.ts'
import type { Draft } from './draft.ts'

/** What goes to the server, to be previewed and to be sent. */
export interface What {
  recipients: Recipients
  content: { type: 'text'; text: string }
  jobId?: string
}

interface Composed {
  /** Once there is all that it takes. */
  what: What | undefined
  /** What is wrong or missing, at the field where it can be put right. */
  who: Issue | undefined
  text: Issue | undefined
}

type Chosen = Pick<Draft, 'by' | 'people' | 'filter' | 'jobId' | 'text'>

export function composed(draft: Chosen): Composed {
  const { recipients, issue: who } = recipientsOf(draft)
  const text = sendable(draft.text)
  const wrong = issueOf(text)
  if (!recipients || wrong) return { what: undefined, who, text: wrong }
  const content = { type: 'text' as const, text }
  const what = { recipients, content, ...(draft.jobId && { jobId: draft.jobId }) }
  return { what, who: undefined, text: undefined }
}

function recipientsOf({ by, people, filter }: Chosen): { recipients?: Recipients; issue?: Issue } {
  if (by === 'people') {
    if (people.length === 0) return { issue: 'nobody' }
    return { recipients: { userIds: people.map(({ id }) => id) } }
  }
  const conditions = Object.entries(filter)
    .map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value])
    .filter(([, value]) => value !== '' && value !== undefined)
  if (conditions.length === 0) return { issue: 'noCondition' }
  const { data } = recipientFilter.safeParse(Object.fromEntries(conditions))
  return data ? { recipients: { filter: data } } : { issue: 'badCondition' }
}

function issueOf(text: string): Issue | undefined {
  if (text === '') return 'noText'
  if ([...text].length > limits.textMax) return 'tooLong'
  return variablesIn(text).unknown.length > 0 ? 'unknownVariable' : undefined
}
