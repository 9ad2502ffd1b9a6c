import { Busy } from '@parley/react/parts/Busy'
import { Button } from '@parley/react/parts/Button'
import { tell, warn } from '@parley/react/parts/notices'
import { reasonOf } from '@parley/react/parts/reasonOf'
import { useNow } from '@parley/react/time/useNow'
import { trpc } from '@parley/react/trpc'
import { useLocation } from 'wouter'
import { composeWords } from '../../words/composeWords.ts'
import { endUndo, type SentNow } from './sentNow.ts'

/** Says that it goes out, counts down, and takes it back. */
export function UndoBar({ sent: { broadcast, until, restore } }: { sent: SentNow }) {
  const { id, total, zone } = broadcast
  const [, navigate] = useLocation()
  const { bulk } = trpc.useUtils()
  const seconds = Math.max(0, Math.ceil((until - useNow(true, 250)) / 1000))
  const cancelling = trpc.bulk.cancel.useMutation({
    onSuccess(cancelled) {
      endUndo()
      void bulk.get.invalidate({ broadcastId: id })
      void bulk.list.invalidate()
      const { status, totalSent } = cancelled
      if (status !== 'cancelled') return warn(composeWords.tooLate(totalSent))
      if (totalSent > 0) return warn(composeWords.undonePartly(totalSent))
      if (!restore()) return tell(composeWords.undoneOnly)
      tell(composeWords.undone)
      navigate('/bulk/new')
    },
    onError: error => warn(composeWords.notUndone(reasonOf(error))),
  })

  return (
    <section
      aria-label={composeWords.undoRegion}
      className="flex min-h-14 animate-appear items-center justify-center gap-4 border-line border-t bg-chosen px-4 py-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]"
    >
      <p className="min-w-0">
        <span role="status">
          {zone === undefined ? composeWords.goesOut(total) : composeWords.wasScheduled(total)}
        </span>{' '}
        {/* Not read out each second. */}
        <span aria-live="off" className="text-soft">
          {zone === undefined && composeWords.inSeconds(seconds)}
        </span>
      </p>
      <Button
        kind="quiet"
        aria-disabled={cancelling.isPending}
        onClick={() => cancelling.isPending || cancelling.mutate({ broadcastId: id })}
      >
        {cancelling.isPending && <Busy />}
        {composeWords.undo}
      </Button>
    </section>
  )
}
