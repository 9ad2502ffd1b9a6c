import { writable } from '@parley/client/readable'
import { useEffect, useId } from 'react'
import { AlertIcon } from '../icons/AlertIcon.tsx'
import { CloseIcon } from '../icons/CloseIcon.tsx'
import { useReadable } from '../useReadable.ts'
import { words } from '../words/words.ts'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'
import { dismissNotice, type Notice, notice } from './notices.ts'

/** All are told in one place, whichever stood on the page first. */
const places = writable<readonly string[]>([])

export function Notices() {
  const id = useId()
  useEffect(() => {
    places.set([...places.get(), id])
    return () => places.set(places.get().filter(place => place !== id))
  }, [id])
  return useReadable(places)[0] === id ? <Regions /> : null
}

function Regions() {
  const shown = useReadable(notice)
  // The regions stand empty beforehand: what appears together with its region is not read out.
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-30 z-20 flex justify-center px-4">
      <div role="status">
        {shown && !shown.isProblem && <Card text={shown.text} act={shown.act} />}
      </div>
      <div role="alert">{shown?.isProblem && <Card text={shown.text} isProblem />}</div>
    </div>
  )
}

interface CardProps extends Pick<Notice, 'text' | 'act'> {
  isProblem?: boolean
}

function Card({ text, act, isProblem = false }: CardProps) {
  return (
    <div className="pointer-events-auto flex max-w-120 animate-rise items-center gap-2 rounded-control border border-line bg-raised py-1 ps-3 pe-1 shadow-float">
      {isProblem && (
        <span className="text-danger">
          <AlertIcon />
        </span>
      )}
      <span className="min-w-0">{text}</span>
      {act && (
        <Button
          kind="plain"
          className="shrink-0 px-2"
          onClick={() => {
            dismissNotice()
            act.onAct()
          }}
        >
          {act.label}
        </Button>
      )}
      <IconButton label={words.close} icon={<CloseIcon />} onClick={dismissNotice} />
    </div>
  )
}
