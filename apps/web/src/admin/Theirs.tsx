import { Problem } from '@parley/react/parts/Problem'
import { Skeleton } from '@parley/react/parts/Skeleton'
import { words } from '../words/words.ts'
import type { Asked } from './asked.ts'
import { Found } from './Found.tsx'
import { useTheirs } from './useConnections.ts'

/** The connections of one person, or of everybody in one conversation. */
export function Theirs({ asked }: { asked: Asked & {} }) {
  const { answer, refusal, refresh } = useTheirs(asked)
  return (
    <>
      {refusal && <Problem text={words.admin.failed(refusal)} />}
      {!answer && !refusal && <Skeleton rows={2} />}
      {answer && <Found isOnePerson={'userId' in asked} answer={answer} onChanged={refresh} />}
    </>
  )
}
