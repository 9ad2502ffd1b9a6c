import { useState } from 'react'
import { CloseIcon } from '../icons/CloseIcon.tsx'
import { words } from '../words/words.ts'
import { IconButton } from './IconButton.tsx'

/** A calm line across the page, which stays away once it was closed. */
export function Note({ text }: { text: string | undefined }) {
  const [dismissed, setDismissed] = useState<string>()
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
