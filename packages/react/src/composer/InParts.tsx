import { Button } from '../parts/Button.tsx'
import { words } from '../words/words.ts'

interface Props {
  /** How many messages it would be; one is nothing to offer. */
  parts: number
  onSend: () => void
}

/** The way out of a text that is too long for one message. */
export function InParts({ parts, onSend }: Props) {
  if (parts < 2) return null
  return (
    <Button kind="quiet" className="me-3 mb-2 shrink-0 text-small two:me-6" onClick={onSend}>
      {words.composer.inParts(parts)}
    </Button>
  )
}
