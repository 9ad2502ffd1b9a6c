import { SendIcon } from '../icons/SendIcon.tsx'
import { words } from '../words/words.ts'

interface Props {
  isEditing: boolean
  disabled: boolean
  /** What says why it is off. */
  reasonId: string | undefined
}

export function SendButton({ isEditing, disabled, reasonId }: Props) {
  const name = isEditing ? words.composer.save : words.composer.send
  return (
    <button
      type="submit"
      aria-label={name}
      aria-describedby={reasonId}
      title={name}
      disabled={disabled}
      className="inline-flex size-10 shrink-0 items-center justify-center rounded-control bg-act text-on-act transition-colors hover:bg-act-hover disabled:bg-line disabled:text-soft touch:size-11"
    >
      <SendIcon />
    </button>
  )
}
