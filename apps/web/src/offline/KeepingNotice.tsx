import { useKeeping } from '@parley/react/useKeeping'
import { useState } from 'react'
import { CloseIcon } from '../icons/CloseIcon.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { words } from '../words/words.ts'

/** Says when this browser does not keep what is here, or what it kept was of no use. */
export function KeepingNotice() {
  const keeping = useKeeping()
  const [dismissed, setDismissed] = useState<string>()
  const text =
    keeping.state === 'memory'
      ? words.keeping[keeping.because]
      : keeping.recovered && words.keeping.recovered
  return (
    <div role="status">
      {text && text !== dismissed && (
        <div className="flex min-h-10 items-center justify-center gap-2 border-line border-b bg-chosen px-4 py-1 text-small">
          <p>{text}</p>
          <IconButton label={words.close} icon={<CloseIcon />} onClick={() => setDismissed(text)} />
        </div>
      )}
    </div>
  )
}
