import { useReadable } from '@parley/react/useReadable'
import { AlertIcon } from '../icons/AlertIcon.tsx'
import { CloseIcon } from '../icons/CloseIcon.tsx'
import { words } from '../words/words.ts'
import { IconButton } from './IconButton.tsx'
import { dismissNotice, notice } from './notices.ts'

export function Notices() {
  const shown = useReadable(notice)
  // The regions stand empty beforehand: what appears together with its region is not read out.
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-24 z-20 flex justify-center px-4">
      <div role="status">{shown && !shown.isProblem && <Card text={shown.text} />}</div>
      <div role="alert">{shown?.isProblem && <Card text={shown.text} isProblem />}</div>
    </div>
  )
}

function Card({ text, isProblem = false }: { text: string; isProblem?: boolean }) {
  return (
    <div className="pointer-events-auto flex animate-appear items-center gap-2 rounded-control border border-line bg-raised py-1 pr-1 pl-3 shadow-float">
      {isProblem && (
        <span className="text-danger">
          <AlertIcon />
        </span>
      )}
      <span>{text}</span>
      <IconButton label={words.close} icon={<CloseIcon />} onClick={dismissNotice} />
    </div>
  )
}
