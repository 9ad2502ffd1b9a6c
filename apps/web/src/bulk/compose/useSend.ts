import { limits } from '@parley/protocol/limits'
import { mayRetry } from '@parley/protocol/reasons'
import { warn } from '@parley/react/parts/notices'
import { useNow } from '@parley/react/time/useNow'
import { trpc } from '@parley/react/trpc'
import { useClient } from '@parley/react/useClient'
import { useIsMutating } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { composeWords } from '../../words/composeWords.ts'
import { offerUndo } from '../undo/sentNow.ts'
import type { What } from './composed.ts'
import { blankDraft } from './draft.ts'
import { draftOf } from './draftOf.ts'
import { isWhatWasSent } from './isWhatWasSent.ts'
import { refusalIn } from './refusalIn.ts'
import { zoneHere } from './zone.ts'

/** Where the server does not say how long. */
const aWhileMs = 60_000

/**
 * Sends what is composed, under the key of its draft, which it keeps until an answer came: so it
 * goes out once, however often it is sent.
 */
export function useSend(what: What | undefined) {
  const draft = draftOf(useClient())
  const [, navigate] = useLocation()
  const [heldUpTo, setHeldUpTo] = useState(0)
  const now = useNow(heldUpTo > Date.now())
  const sending = useSending(setHeldUpTo)

  /** @param at when it goes, if not now */
  function send(at: Date | undefined) {
    if (sending.isPending || !what) return
    draft.change({ isInDoubt: true })
    const { key } = draft.state.get()
    const when = at ? { scheduleAt: at.toISOString(), zone: zoneHere() } : { undo: true }
    sending.mutate(
      { ...what, ...when, idempotencyKey: key },
      { onSuccess: ({ id }) => navigate(`/bulk/${id}`) },
    )
  }

  const { isError, reset } = sending
  // What is written anew was not refused.
  // biome-ignore lint/correctness/useExhaustiveDependencies: not as soon as it was refused
  useEffect(() => {
    if (isError) reset()
  }, [what])

  return {
    send,
    isSending: useIsMutating({ mutationKey: [['bulk', 'send']] }) > 0,
    refusal: sending.error ? refusalIn(sending.error) : undefined,
    /** When the next one may go, after several in a short time. */
    heldUpTo: heldUpTo > now ? heldUpTo : undefined,
  }
}

/** What follows from an answer holds also when one has gone elsewhere meanwhile. */
function useSending(onHeldUp: (until: number) => void) {
  const client = useClient()
  const draft = draftOf(client)
  const { bulk } = trpc.useUtils()
  return trpc.bulk.send.useMutation({
    onSuccess(broadcast, asked) {
      void bulk.list.invalidate()
      const before = draft.state.get()
      if (before.key !== asked.idempotencyKey) return // sent twice, and once is done
      if (!isWhatWasSent(broadcast, asked)) {
        draft.change({ key: blankDraft().key, isInDoubt: false })
        warn(composeWords.wasSent)
        return
      }
      draft.clear()
      if (broadcast.status !== 'scheduled') return
      const until = Date.now() + limits.undoMs
      offerUndo({ client, broadcast, until, restore: () => draft.restore(before) })
    },
    onError(error) {
      const { reason, retryAfterMs } = refusalIn(error)
      if (!mayRetry(reason) || reason === 'RATE_LIMITED') draft.change({ isInDoubt: false })
      if (reason === 'RATE_LIMITED') onHeldUp(Date.now() + (retryAfterMs ?? aWhileMs))
    },
  })
}
