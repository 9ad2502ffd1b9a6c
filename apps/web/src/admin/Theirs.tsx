import { Problem } from '../parts/Problem.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
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
