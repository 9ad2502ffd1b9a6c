import { BackIcon } from '../icons/BackIcon.tsx'
import { IconButton } from './IconButton.tsx'

/** The way back, above what has no head of its own. */
export function BackBar({ label, onBack }: { label: string; onBack: () => void }) {
  return (
    <header className="flex min-h-14 shrink-0 items-center border-line border-b bg-surface px-2">
      <IconButton label={label} icon={<BackIcon />} onClick={onBack} />
    </header>
  )
}
