import { Button } from '../parts/Button.tsx'
import { words } from '../words/words.ts'

interface Props {
  /** How many messages it would be; one is nothing to offer. */
  parts: number
  onSend: () => void
}

/** Why a long text cannot be sent as it is, and the way out. */
export function InParts({ parts, onSend }: Props) {
  if (parts < 2) return null
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-3 px-3 pb-2 text-small two:px-6">
      <p>{words.composer.tooLong}</p>
      <Button kind="quiet" onClick={onSend}>
        {words.composer.inParts(parts)}
      </Button>
    </div>
  )
}
