import { Busy } from '@parley/react/parts/Busy'
import { Button } from '@parley/react/parts/Button'
import { Problem } from '@parley/react/parts/Problem'
import { WaitingHint } from '@parley/react/parts/WaitingHint'
import { useEffect, useState } from 'react'
import { composeWords } from '../../words/composeWords.ts'
import { AgainIn } from './AgainIn.tsx'
import { ConfirmSend } from './ConfirmSend.tsx'
import type { What } from './composed.ts'
import type { Draft } from './draft.ts'
import { focusFirstProblem } from './FieldProblem.tsx'
import { dueOf } from './momentOf.ts'
import type { Refusal } from './refusalIn.ts'
import type { PreviewOf } from './usePreview.ts'
import { useSend } from './useSend.ts'

interface Props {
  draft: Draft
  what: What | undefined
  preview: PreviewOf
  /** Somebody wants to send; what is missing is to be said. */
  onAsk: () => void
}

/** Sends it, once it was said to how many. */
export function SendPanel({ draft, what, preview, onAsk }: Props) {
  const { send, isSending, refusal, heldUpTo } = useSend(what)
  const [isWanted, setWanted] = useState(false)
  const { counts, isFresh, error } = preview
  const isLater = draft.at !== undefined
  const { at: due } = dueOf(draft.at, Date.now())
  const isNobody = isFresh && counts?.totalReached === 0
  const isAsking =
    isWanted && isFresh && counts !== undefined && !isNobody && isLater === Boolean(due)

  // What is changed meanwhile is asked about anew.
  useEffect(() => {
    if (!what || error) setWanted(false)
  }, [what, error])

  function want() {
    onAsk()
    const { issue } = dueOf(draft.at, Date.now())
    if (what && !issue && !isSending && heldUpTo === undefined) setWanted(true)
    // Once it is said what is missing.
    else requestAnimationFrame(focusFirstProblem)
  }

  return (
    <div className="flex flex-col gap-4">
      {isNobody && <Problem text={composeWords.nobodyReached} />}
      <Unsent refusal={refusal} isInDoubt={draft.isInDoubt && !isSending} />
      <AgainIn until={heldUpTo} />
      <WaitingHint isBusy={isSending} />
      <Button
        className="self-stretch aria-disabled:opacity-55 two:self-end two:px-6"
        aria-disabled={isSending || isNobody || heldUpTo !== undefined}
        onClick={want}
      >
        {(isSending || (isWanted && !isFresh)) && <Busy />}
        {isSending ? composeWords.sending : isLater ? composeWords.schedule : composeWords.send}
      </Button>
      {isAsking && (
        <ConfirmSend
          reached={counts.totalReached}
          failed={counts.totalFailed}
          due={due}
          onSend={() => {
            setWanted(false)
            send(due)
          }}
          onClose={() => setWanted(false)}
        />
      )}
    </div>
  )
}

interface UnsentProps {
  refusal: Refusal | undefined
  /** It was sent, and nobody knows what became of it. */
  isInDoubt: boolean
}

function Unsent({ refusal, isInDoubt }: UnsentProps) {
  if (isInDoubt) return <Problem text={composeWords.lost} />
  // How long to wait is counted beside it.
  if (!refusal || refusal.reason === 'RATE_LIMITED') return null
  return <Problem text={composeWords.refused(refusal)} />
}
